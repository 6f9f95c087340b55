package org.rongyi.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 业务时钟: the one clock every rule reads, in Beijing time. It is the system's, or one that {@code --today} started on
 * another day and that ticks on; demo data are written at moments of the past by {@link #at}.
 */
public final class BusinessClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final Clock clock;

    private BusinessClock(Clock clock) {
        this.clock = clock;
    }

    static BusinessClock startingOn(@Nullable LocalDate today) {
        var system = Clock.system(ZONE);
        if (today == null) {
            return new BusinessClock(system);
        }
        var now = ZonedDateTime.now(system);
        return new BusinessClock(Clock.offset(system, Duration.between(now, now.with(today))));
    }

    /** Does the work as if it were this moment, in this thread and no other. */
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new BusinessClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : clock.instant();
    }
}
