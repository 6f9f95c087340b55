package org.rongyi.platform.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 重新封存: after a change of keys, walks every sealed place, a stretch at a time, beside the daily work. A place is done when a
 * whole pass found nothing old and began after every program had noticed the new key.
 */
@Component
public class Resealing {

    /** Programs look at the key file once a second and at every unknown version; an act ends within a minute. */
    static final Duration NOTICED = Duration.ofMinutes(2);

    /** One run of the job; the next begins soon after. */
    private static final Duration STRETCH = Duration.ofSeconds(20);

    private static final String BEGIN = """
            insert into vault.resealing (place, version, began_at)
            values (:place, :version, :now)
            on conflict (place) do update
            set version = excluded.version, began_at = excluded.began_at, after = null, pass = 0, resealed = 0, done_at = null
            where vault.resealing.version <> excluded.version
            """;

    private static final String OPEN = """
            select place, after, began_at, pass, resealed
            from vault.resealing
            where place = :place and done_at is null
            """;

    private static final String STEP = """
            update vault.resealing
            set after = :after, pass = pass + :resealed, resealed = resealed + :resealed
            where place = :place and version = :version
            """;

    private static final String PASS = """
            update vault.resealing
            set after = null, pass = 0, resealed = resealed + :resealed, began_at = :now
            where place = :place and version = :version
            """;

    private static final String DONE = """
            update vault.resealing set after = null, done_at = :now where place = :place and version = :version
            """;

    private static final String SINCE = "select since from vault.key where name = :name";

    private static final String PROGRESS = """
            select place, version, resealed, done_at from vault.resealing where version = :version
            """;

    private final Keys keys;
    private final List<SealedPlace> places;
    private final JdbcClient jdbc;
    private final Clock clock;

    Resealing(Keys keys, List<SealedPlace> places, @Qualifier("job") JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.places = List.copyOf(places);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Open(String place, @Nullable String after, OffsetDateTime beganAt, int pass, long resealed) {}

    /** How far a place is with the key in use. */
    public record Progress(
            String place,
            String zh,
            long resealed,
            @Nullable OffsetDateTime doneAt) {}

    private record Stored(
            String place,
            int version,
            long resealed,
            @Nullable OffsetDateTime doneAt) {}

    /** Works for a while at most; answers whether something is left. */
    public boolean run() {
        if (keys.versions().size() == 1) {
            return false; // never renewed, or through with it: nothing can lie under another key
        }
        var version = keys.current();
        var until = clock.instant().plus(STRETCH);
        var left = false;
        for (var place : places) {
            jdbc.sql(BEGIN)
                    .param("place", place.name())
                    .param("version", version)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            while (clock.instant().isBefore(until) && goOn(place, version)) {
                // the next stretch of this place
            }
            left |= open(place).isPresent();
        }
        return left;
    }

    /** One stretch of a place. False when a pass has ended. */
    private boolean goOn(SealedPlace place, int version) {
        var open = open(place);
        if (open.isEmpty()) {
            return false;
        }
        var step = place.reseal(open.get().after());
        if (step.next() != null) {
            write(STEP, place, version)
                    .param("after", step.next())
                    .param("resealed", step.resealed())
                    .update();
            return true;
        }
        var nothingOld = open.get().pass() + step.resealed() == 0;
        if (nothingOld && open.get().beganAt().isAfter(since(version).plus(NOTICED))) {
            write(DONE, place, version).param("now", OffsetDateTime.now(clock)).update();
        } else {
            write(PASS, place, version)
                    .param("resealed", step.resealed())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        return false;
    }

    private JdbcClient.StatementSpec write(String statement, SealedPlace place, int version) {
        return jdbc.sql(statement).param("place", place.name()).param("version", version);
    }

    private Optional<Open> open(SealedPlace place) {
        return jdbc.sql(OPEN).param("place", place.name()).query(Open.class).optional();
    }

    private OffsetDateTime since(int version) {
        return jdbc.sql(SINCE)
                .param("name", KeyCheck.SEAL + version)
                .query(OffsetDateTime.class)
                .single();
    }

    /** Every place, with what was done since the key in use came. */
    public List<Progress> progress() {
        var stored = jdbc.sql(PROGRESS)
                .param("version", keys.current())
                .query(Stored.class)
                .list();
        return places.stream()
                .map(place -> stored.stream()
                        .filter(one -> one.place().equals(place.name()))
                        .findFirst()
                        .map(one -> new Progress(place.name(), place.zh(), one.resealed(), one.doneAt()))
                        .orElseGet(() -> new Progress(place.name(), place.zh(), 0, null)))
                .toList();
    }

    /** Nothing that an earlier key sealed is left anywhere. */
    public boolean isComplete() {
        return progress().stream().allMatch(one -> one.doneAt() != null);
    }
}
