package org.rongyi.people.person;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.rongyi.platform.access.RateLimits;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** One statement, by a connection of its own: the list is checked in a transaction that only reads. */
    private static final String COUNT = """
            insert into person.dry_run_answer as a (account_id, told_on, times)
            values (:account, :today, 1)
            on conflict (account_id) do update
            set times = case when a.told_on = excluded.told_on then a.times + 1 else 1 end, told_on = excluded.told_on
            returning times
            """;

    private final RateLimits limits;
    private final JdbcClient job;
    private final Clock clock;

    NumberAnswers(RateLimits limits, @Qualifier("job") JdbcClient job, Clock clock) {
        this.limits = limits;
        this.job = job;
        this.clock = clock;
    }

    /** Counts one answer; false when there were too many today. Outside any act: a refused act takes back what it wrote. */
    public boolean mayTell(Actor.Office actor) {
        return limits.take(PLACE_TOLD, actor.account().toString(), Duration.ofDays(1), A_DAY)
                .isEmpty();
    }

    /** The same while a list is only checked, which leaves no trace; the place is never told. */
    boolean mayTellInDryRun(Actor.Office actor) {
        return job.sql(COUNT)
                        .param("account", actor.account())
                        .param("today", LocalDate.now(clock))
                        .query(Integer.class)
                        .single()
                <= A_DAY;
    }
}
