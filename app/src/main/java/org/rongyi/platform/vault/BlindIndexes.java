package org.rongyi.platform.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 盲索引: what a value is found by. While its key is changed two keys are in use, and every blind column has a second one
 * beside it, {@code …_next}; both are unique where the column is. The database says how far the change is; whoever writes
 * holds that stage until his transaction ends, so that two writers never count by different columns alone.
 */
@Component
public class BlindIndexes {

    /** Held by whoever writes a blind column; a change of stage waits until nobody does. */
    private static final String HOLD = "select pg_advisory_xact_lock_shared(20202, 2)";

    private static final String STATE = "select stage, version, next from vault.indexing";

    private final Vault vault;
    private final JdbcClient jdbc;

    /** @param jdbc whose transactions write; the program's own, or the job's */
    public BlindIndexes(Vault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** How far a change of the key is. */
    enum Stage {
        /** One key, one column. */
        STEADY,
        /** There is a fresh key; nobody uses it yet. */
        ANNOUNCED,
        /** Writers fill both columns, the job fills the second for what was there. */
        FILLING,
        /** The fresh key's value goes into the first column; the second has all of them and keeps them apart. */
        MOVING,
        /** The first column has all of the fresh key; the second is emptied. */
        CLEARING
    }

    /** @param next the key that comes; none while there is one */
    record State(Stage stage, int version, @Nullable Integer next) {

        int coming() {
            if (next == null) {
                throw new IllegalStateException("no key is coming in " + stage);
            }
            return next;
        }
    }

    /** What is written into a blind column and the one beside it. */
    public record Columns(String index, @Nullable String next) {}

    /** Makes what is written, as the stage wants it. */
    public final class Hand {

        private final State state;

        private Hand(State state) {
            this.state = state;
        }

        public Columns of(String kind, String canonical) {
            return switch (state.stage()) {
                case STEADY, ANNOUNCED -> new Columns(index(state.version(), kind, canonical), null);
                case FILLING ->
                    new Columns(index(state.version(), kind, canonical), index(state.coming(), kind, canonical));
                case MOVING -> {
                    var fresh = index(state.coming(), kind, canonical);
                    yield new Columns(fresh, fresh);
                }
                case CLEARING -> new Columns(index(state.coming(), kind, canonical), null);
            };
        }
    }

    /** What the value may stand under now. A row's first column always holds one of them. */
    public String[] lookups(String kind, String canonical) {
        var state = state();
        var current = index(state.version(), kind, canonical);
        return state.next() == null
                ? new String[] {current}
                : new String[] {current, index(state.coming(), kind, canonical)};
    }

    /** For writing within the running transaction; the stage stays until it ends. */
    public Hand writing() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a blind index is written within a transaction");
        }
        jdbc.sql(HOLD).query().singleRow();
        return new Hand(state());
    }

    /** For a load into a database nobody else works in. */
    public Hand loading() {
        var state = state();
        if (state.stage() != Stage.STEADY) {
            throw new IllegalStateException("nothing is loaded while a key is changed");
        }
        return new Hand(state);
    }

    /** Before the first change nothing is written down: the first key is in use. */
    State state() {
        return jdbc.sql(STATE)
                .query(State.class)
                .optional()
                .orElseGet(() -> new State(Stage.STEADY, vault.firstIndexVersion(), null));
    }

    private String index(int version, String kind, String canonical) {
        return vault.blindIndex(version, kind, canonical);
    }
}
