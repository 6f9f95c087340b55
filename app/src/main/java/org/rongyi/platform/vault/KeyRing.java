package org.rongyi.platform.vault;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** 密钥管理: the keys with their lives, and what is done to them. Who may is the caller's act to decide. */
@Component
public class KeyRing {

    /** Two changes at once would leave a key nobody noted. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(20202, 1)";

    private static final String ENTER = """
            insert into vault.key (name, id, mark, since, account_id, reason)
            values (:name, :id, :mark, :at, :account, :reason)
            """;

    private static final String DESTROYED =
            "update vault.key set destroyed_at = :at, account_id = :account, reason = :reason where name = :name";

    private static final String LIST = """
            select id, substr(name, 6)::int as version, since, destroyed_at, reason
            from vault.key
            where name like 'seal.%'
            order by 2 desc
            """;

    private static final String INDEX_LIST = """
            select id, case when name = 'index' then 1 else substr(name, 7)::int end as version, since, destroyed_at, reason
            from vault.key
            where name = 'index' or name like 'index.%'
            order by 2 desc
            """;

    private static final String ANNOUNCE = """
            insert into vault.indexing (stage, version, next) values ('ANNOUNCED', :version, :next)
            on conflict (one) do update
            set stage = excluded.stage, next = excluded.next
            where vault.indexing.stage = 'STEADY'
            """;

    private final Keys keys;
    private final BlindIndexes blind;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeyRing(Keys keys, BlindIndexes blind, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.blind = blind;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key: since when, and when it was destroyed. */
    public record Life(
            UUID id,
            int version,
            OffsetDateTime since,
            @Nullable OffsetDateTime destroyedAt,
            String reason) {}

    /** Newest first. */
    public List<Life> lives() {
        return jdbc.sql(LIST).query(Life.class).list();
    }

    public int current() {
        return keys.current();
    }

    /** From here to the end of the transaction nobody else changes keys. */
    public void lock() {
        jdbc.sql(ONE_AT_A_TIME).query().singleRow();
    }

    /** Keys of the blind index, newest first. */
    public List<Life> indexLives() {
        return jdbc.sql(INDEX_LIST).query(Life.class).list();
    }

    /**
     * Whether the file lacks a key the database knows of: another program changed keys, and a change here would overwrite its key or
     * destroy it. For whoever holds the {@link #lock}.
     */
    public boolean isBehind() {
        keys.reload();
        return !KeyCheck.follow(keys, jdbc).isEmpty();
    }

    /**
     * A fresh key, which seals from the end of the caller's transaction on. It is in the file by then and seals only after the commit:
     * should the database fail in just that, nothing lies under a key it does not know. Should the program end right after it, the next
     * start, or a look of {@link KeyWatch}, uses the key.
     */
    public Life renew(UUID account, String reason) {
        var fresh = keys.freshSeal(last(lives()));
        var life = enter(KeyCheck.SEAL + fresh.version(), fresh, account, reason);
        atTheEnd(() -> keys.addSeal(fresh), () -> keys.use(fresh.version()));
        return life;
    }

    /** A fresh key of the blind index, which {@link Reindexing} brings into use. Nobody does while an earlier one comes. */
    public Life renewIndex(UUID account, String reason) {
        var fresh = keys.freshIndex(last(indexLives()));
        var life = enter(KeyCheck.index(fresh.version()), fresh, account, reason);
        int announced = jdbc.sql(ANNOUNCE)
                .param("version", blind.state().version())
                .param("next", fresh.version())
                .update();
        if (announced != 1) {
            throw new IllegalStateException("another key of the blind index is coming");
        }
        atTheEnd(() -> keys.addIndex(fresh), () -> {});
        return life;
    }

    private static int last(List<Life> newestFirst) {
        return newestFirst.getFirst().version();
    }

    private Life enter(String name, Keys.Fresh fresh, UUID account, String reason) {
        var life = new Life(Ids.next(), fresh.version(), OffsetDateTime.now(clock), null, reason);
        jdbc.sql(ENTER)
                .param("name", name)
                .param("id", life.id())
                .param("mark", Vault.mark(fresh.key()))
                .param("at", life.since())
                .param("account", account)
                .param("reason", reason)
                .update();
        return life;
    }

    /** Takes a key out of the file for ever, once the database says so: a start does without the key, or takes it out. */
    public void destroy(int version, UUID account, String reason) {
        destroy(KeyCheck.SEAL + version, () -> keys.destroy(version), account, reason);
    }

    /** The same for a key of the blind index that nothing stands under any more. */
    public void destroyIndex(int version, UUID account, String reason) {
        destroy(KeyCheck.index(version), () -> keys.destroyIndex(version), account, reason);
    }

    private void destroy(String name, Runnable takeOut, UUID account, String reason) {
        jdbc.sql(DESTROYED)
                .param("name", name)
                .param("at", OffsetDateTime.now(clock))
                .param("account", account)
                .param("reason", reason)
                .update();
        atTheEnd(() -> {}, takeOut);
    }

    private static void atTheEnd(Runnable beforeCommit, Runnable afterCommit) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                beforeCommit.run();
            }

            @Override
            public void afterCommit() {
                afterCommit.run();
            }
        });
    }
}
