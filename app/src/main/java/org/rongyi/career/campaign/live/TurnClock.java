package org.rongyi.career.campaign.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 计时: how long somebody's turn still is, by the server's clock. The clock stands while the session is paused, and while the program does not run:
 * an outage takes nobody's time.
 *
 * @param began when the one before him was done, or the session started
 * @param allowed his minutes
 * @param credit what pauses and outages within this turn gave back
 * @param paused since when the session is paused; none while it runs
 * @param ticked when the program last looked
 */
public record TurnClock(
        Instant began,
        Duration allowed,
        Duration credit,
        @Nullable Instant paused,
        Instant ticked) {

    /** The program looks every second; who does not look for so long was down. Shorter than the shortest turn there is: no outage takes a whole one. */
    static final Duration OUTAGE = Duration.ofSeconds(5);

    /** Nothing or less: it is over. */
    public Duration left(Instant now) {
        return Duration.between(stands(now), began.plus(allowed).plus(credit));
    }

    public boolean isOver(Instant now) {
        return !left(now).isPositive();
    }

    /** How long nobody looked, if that was an outage. */
    Duration outage(Instant now) {
        var gap = Duration.between(ticked, now);
        return paused == null && gap.compareTo(OUTAGE) > 0 ? gap : Duration.ZERO;
    }

    private Instant stands(Instant now) {
        if (paused != null) {
            return paused;
        }
        var seen = outage(now).isZero() ? now : ticked;
        return seen.isBefore(began) ? began : seen;
    }
}
