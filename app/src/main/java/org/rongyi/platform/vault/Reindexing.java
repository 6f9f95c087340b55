package org.rongyi.platform.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.vault.BlindIndexes.Stage;
import org.rongyi.platform.vault.BlindIndexes.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 更换查找密钥: brings a fresh key of the blind index into use beside the daily work: fills the second column, puts its values into
 * the first, empties the second. In each stage one of the two columns holds the values of all rows under one key, so that no
 * value is ever there twice. How far it is stands in the database alone: whoever goes on knows where.
 */
@Component
public class Reindexing {

    /** One run of the job; the next begins soon after. */
    private static final Duration STRETCH = Duration.ofSeconds(20);

    private static final int TRIES = 100;
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(10);

    /** Never in a queue: whoever writes would have to wait behind it. */
    private static final String NOBODY_WRITES = "select pg_try_advisory_xact_lock(20202, 2)";

    private static final String ADVANCE = "update vault.indexing set stage = :to where stage = :from and next = :next";

    private static final String THROUGH = """
            update vault.indexing set stage = 'STEADY', version = next, next = null where stage = 'CLEARING' and next = :next
            """;

    private static final String BEGIN = """
            insert into vault.reindexing (place, version, stage) values (:place, :version, :stage)
            on conflict do nothing
            """;

    private static final String OPEN = """
            select after from vault.reindexing
            where place = :place and version = :version and stage = :stage and done_at is null
            """;

    private static final String STEP = """
            update vault.reindexing
            set after = :after, changed = changed + :changed, done_at = :done
            where place = :place and version = :version and stage = :stage
            """;

    private static final String PROGRESS = """
            select place, changed, done_at from vault.reindexing where version = :version and stage = :stage
            """;

    private final BlindIndexes blind;
    private final List<BlindColumn> places;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reindexing(
            BlindIndexes blind,
            List<BlindColumn> places,
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") PlatformTransactionManager manager,
            Clock clock) {
        this.blind = blind;
        this.places = List.copyOf(places);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    private record Open(@Nullable String after) {}

    private record Stored(
            String place, long changed, @Nullable OffsetDateTime doneAt) {}

    /** How far a place is in the stage that runs. */
    public record Progress(
            String zh, long changed, @Nullable OffsetDateTime doneAt) {}

    /** Which key is in use, which one comes and in which of the stages {@code 1} to {@code of} that is. */
    public record Change(int version, @Nullable Integer next, int stage, int of) {}

    /** Works for a while at most; answers whether something is left. */
    public boolean run() {
        var until = clock.instant().plus(STRETCH);
        while (clock.instant().isBefore(until)) {
            if (!goOn()) {
                break;
            }
        }
        return blind.state().stage() != Stage.STEADY;
    }

    /** One stretch of one place, or the step to the next stage. False when there is nothing to do, or somebody is writing. */
    boolean goOn() {
        var state = blind.state();
        if (state.stage() == Stage.STEADY) {
            return false;
        }
        if (state.stage() != Stage.ANNOUNCED) {
            for (var place : places) {
                if (stretch(place, state)) {
                    return true;
                }
            }
        }
        return advance(state);
    }

    /** False when the place is done. */
    private boolean stretch(BlindColumn place, State state) {
        write(BEGIN, place, state).update();
        var open = write(OPEN, place, state).query(Open.class).optional();
        if (open.isEmpty()) {
            return false;
        }
        var step = place.step(state, open.get().after());
        var done = step.next() == null && !place.isLeft(state);
        write(STEP, place, state)
                .param("after", step.next())
                .param("changed", step.resealed())
                .param("done", done ? OffsetDateTime.now(clock) : null)
                .update();
        return true;
    }

    private JdbcClient.StatementSpec write(String statement, BlindColumn place, State state) {
        return jdbc.sql(statement)
                .param("place", place.name())
                .param("version", state.coming())
                .param("stage", state.stage().name());
    }

    /** Only at a moment when nobody is writing by the stage before. */
    private boolean advance(State state) {
        for (int tried = 0; tried < TRIES; tried++) {
            var changed = transaction.execute(status -> {
                if (!jdbc.sql(NOBODY_WRITES).query(Boolean.class).single()) {
                    return false;
                }
                if (state.stage() == Stage.CLEARING) {
                    return jdbc.sql(THROUGH).param("next", state.coming()).update() == 1;
                }
                return jdbc.sql(ADVANCE)
                                .param("to", Stage.values()[state.stage().ordinal() + 1].name())
                                .param("from", state.stage().name())
                                .param("next", state.coming())
                                .update()
                        == 1;
            });
            if (Boolean.TRUE.equals(changed)) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_TRIES);
        }
        return false;
    }

    public Change change() {
        var state = blind.state();
        return new Change(state.version(), state.next(), state.stage().ordinal(), Stage.CLEARING.ordinal());
    }

    /** Whether one key alone is in use. */
    public boolean isComplete() {
        return blind.state().stage() == Stage.STEADY;
    }

    /** Every place in the stage that runs; nothing when none does. */
    public List<Progress> progress() {
        var state = blind.state();
        if (state.stage() == Stage.STEADY) {
            return List.of();
        }
        var stored = jdbc.sql(PROGRESS)
                .param("version", state.coming())
                .param("stage", state.stage().name())
                .query(Stored.class)
                .list();
        return places.stream()
                .map(place -> stored.stream()
                        .filter(one -> one.place().equals(place.name()))
                        .findFirst()
                        .map(one -> new Progress(place.zh(), one.changed(), one.doneAt()))
                        .orElseGet(() -> new Progress(place.zh(), 0, null)))
                .toList();
    }
}
