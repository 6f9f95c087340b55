package org.rongyi.people.person;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rongyi.platform.access.RateLimits;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * 号码在别处建档: how often in a day one account is told that a number has a file elsewhere, and where. A clerk meets a
 * few in a day; whoever tries numbers through meets many. Each answer is in the trail as the refusal of its act.
 */
@Component
public class NumberAnswers {

    /** [PROPOSED] */
    public static final int A_DAY = 100;

    private static final String PLACE_TOLD = "KNOWN_ELSEWHERE";

    private final RateLimits limits;
    private final Clock clock;
    private final Map<UUID, Told> dryRuns = new ConcurrentHashMap<>();

    NumberAnswers(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private record Told(LocalDate day, int times) {}

    /** Counts one answer; false when there were too many today. Outside any act: a refused act takes back what it wrote. */
    public boolean mayTell(Actor.Office actor) {
        return limits.take(PLACE_TOLD, actor.account().toString(), Duration.ofDays(1), A_DAY)
                .isEmpty();
    }

    /** The same while a list is only checked, which writes nothing: counted by this process, the place is never told. */
    boolean mayTellInDryRun(Actor.Office actor) {
        var today = LocalDate.now(clock);
        var told = dryRuns.merge(
                actor.account(),
                new Told(today, 1),
                (before, first) -> before.day().equals(today) ? new Told(today, before.times() + 1) : first);
        return told.times() <= A_DAY;
    }
}
