package org.rongyi.career.campaign.after;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 介绍信 of one who was placed.
 *
 * @param dutyBy by this day he should be on duty
 * @param onDuty the day he was; none before
 * @param contractYears of his contract; none where it is open-ended or there is none
 * @param words how a refusal was put
 */
public record PlacementLetter(
        UUID id,
        UUID campaign,
        UUID placed,
        UUID candidate,
        UUID reception,
        UUID post,
        UUID person,
        DivisionCode code,
        LetterState state,
        LocalDate issued,
        LocalDate dutyBy,
        String issuedBy,
        @Nullable LocalDate onDuty,
        @Nullable Integer contractYears,
        boolean openEnded,
        @Nullable String words) {

    /** Whether the unit keeps him from his post: it refused him, or his day is past and he is not on duty. */
    public boolean isKeptWaiting(LocalDate today) {
        return state == LetterState.UNIT_REFUSED || isLate(today);
    }

    /** Whether he should be on duty and is not, and nobody has refused. */
    public boolean isLate(LocalDate today) {
        return state == LetterState.ISSUED && dutyBy.isBefore(today);
    }
}
