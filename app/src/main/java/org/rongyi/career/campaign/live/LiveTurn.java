package org.rongyi.career.campaign.live;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 一人一轮. It names nobody: who looks on sees place and pseudonym.
 *
 * @param position from 1, the first first
 * @param credit what pauses and outages gave back
 * @param ended none while it has not been his turn, or it is
 * @param post the seat taken; none for who took none
 * @param chain of all turns down to this one; none while it is not over
 * @param absent since when he is known to be absent; none for who was not, or has come
 * @param absentWords who called the roll, and who stood by
 * @param words who chose for him at the window, and by which paper
 */
public record LiveTurn(
        UUID campaign,
        int position,
        UUID candidate,
        String pseudonym,
        Duration credit,
        @Nullable Instant ended,
        @Nullable TurnEnd how,
        @Nullable UUID post,
        boolean kept,
        @Nullable String words,
        @Nullable String chain,
        @Nullable Instant absent,
        @Nullable String absentWords) {}
