package org.rongyi.platform.schedule;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * 定时作业: a piece of work a room wants done again and again, contributed as a bean. It must bear being done twice.
 *
 * @param name {@code room.work}, unique in the program
 * @param zh what it is called where administrators see it
 * @param every from the end of one run to the start of the next
 * @param at the time of day of work done once a day; null for the others
 */
public record Recurring(
        String name, String zh, Duration every, @Nullable LocalTime at, Runnable work) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Recurring {
        if (!name.matches("[a-z]+\\.[a-z-]+")) {
            throw new IllegalArgumentException("recurring work is named room.work: " + name);
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException(name + " would run without a pause");
        }
    }

    public static Recurring every(String name, String zh, Duration every, Runnable work) {
        return new Recurring(name, zh, every, null, work);
    }

    public static Recurring daily(String name, String zh, LocalTime at, Runnable work) {
        return new Recurring(name, zh, Duration.ofDays(1), at, work);
    }

    Schedule schedule() {
        return at == null ? FixedDelay.of(every) : Schedules.daily(ZONE, at);
    }
}
