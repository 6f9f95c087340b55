package org.rongyi.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.EveryRow;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("时钟前后乱跳：每一项定时作业都做得成，接连做两次等于做一次")
class JobsByAnyClockTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    /** Where the clock stands, one after the other, as it was off from the right one. */
    private static final List<Duration> JUMPS = FULL
            ? List.of(
                    Duration.ZERO,
                    Duration.ofHours(1),
                    Duration.ofHours(-1),
                    Duration.ofDays(1),
                    Duration.ZERO,
                    Duration.ofDays(-1),
                    Duration.ofDays(1),
                    Duration.ofHours(1),
                    Duration.ZERO)
            : List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(-1), Duration.ZERO);

    /** They say when they were last done, and that the program itself, beside the work, is there. */
    private static final Set<String> SAY_WHEN = Set.of("figures.recount", "operation.process");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("快一小时、快一天、慢一天、拨回来，每次做到没有可做的，再做一遍一行也不变")
    void workDoneAgainByAnyClockIsDoneOnce() {
        TestCounty.ensure(program);
        var work = program.getBeansOfType(Recurring.class).values().stream()
                .sorted(Comparator.comparing(Recurring::name))
                .toList();
        assertThat(work).hasSizeGreaterThan(10);
        var wrong = new TreeSet<String>();
        for (var off : JUMPS) {
            var moment = clock.instant().plus(off);
            BusinessClock.at(moment, () -> work.forEach(one -> one.work().run()));
            BusinessClock.at(
                    moment, () -> work.forEach(one -> one.work().run())); // what the last of them left for the first
            var once = EveryRow.of(program, SAY_WHEN);
            BusinessClock.at(moment, () -> work.forEach(one -> one.work().run()));
            EveryRow.changed(once, EveryRow.of(program, SAY_WHEN))
                    .forEach(table -> wrong.add("off by " + off + ": " + table));
        }
        assertThat(wrong).isEmpty();
    }
}
