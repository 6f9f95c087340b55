package org.rongyi.career.campaign.live;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 现场选岗 of a campaign.
 *
 * @param minutes each one's
 * @param absentSeconds how long is waited for who was absent at the roll-call; none where no roll is called
 * @param startsAt as announced; not before
 * @param started none while it is only announced
 * @param ticked when the program last looked at the clock
 * @param paused since when the clock stands; none while it runs
 * @param ended when the last turn was over
 */
public record LiveSession(
        UUID campaign,
        int minutes,
        OnTimeout onTimeout,
        @Nullable Integer absentSeconds,
        Instant startsAt,
        @Nullable Instant started,
        @Nullable Instant ticked,
        @Nullable Instant paused,
        @Nullable String pauseWhy,
        @Nullable Instant ended) {

    public boolean isRunning() {
        return started != null && ended == null;
    }

    /** What a turn may take. */
    Duration allowed(LiveTurn turn) {
        return absentSeconds != null && turn.absent() != null
                ? Duration.ofSeconds(absentSeconds)
                : Duration.ofMinutes(minutes);
    }
}
