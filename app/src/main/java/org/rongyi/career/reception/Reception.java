package org.rongyi.career.reception;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 移交接收: somebody the army handed over.
 *
 * @param code the village of his 安置地
 * @param unit the office that received him
 * @param mode an entry of the rank's dated list
 * @param ground an entry of {@code placement.assign.ground}; none for other modes
 * @param basisWords what proves the 安置地
 * @param received from this day the six months run
 * @param reported the day he came; none before
 * @param lateWhy why he came late, where he did
 * @param settled the day his placement was complete
 * @param ended the day his 安置待遇 was decided to end
 * @param recorder the account that received him
 */
public record Reception(
        UUID id,
        UUID person,
        String personName,
        DivisionCode code,
        String unit,
        Rank rank,
        String mode,
        @Nullable String ground,
        LocalDate enlisted,
        LocalDate discharged,
        String fromUnit,
        String basis,
        String basisWords,
        @Nullable LocalDate married,
        @Nullable LocalDate parentsMoved,
        LocalDate received,
        @Nullable LocalDate reported,
        @Nullable String lateWhy,
        @Nullable LocalDate fileOn,
        @Nullable String fileReceipt,
        @Nullable LocalDate settled,
        @Nullable String settledHow,
        @Nullable LocalDate ended,
        @Nullable EndKind endKind,
        String recordedBy,
        UUID recorder,
        int version) {

    public ReceptionState state() {
        if (ended != null) {
            return ReceptionState.ENDED;
        }
        if (settled != null) {
            return ReceptionState.SETTLED;
        }
        return reported == null ? ReceptionState.TO_REPORT : ReceptionState.WAITING;
    }

    /** 安排工作, or 转业 of an officer. */
    public boolean isForWork() {
        return Discharge.isForWork(rank, mode);
    }

    /** By which table he is scored. */
    public ScoreTable table() {
        return rank == Rank.OFFICER ? ScoreTable.OFFICER : ScoreTable.SOLDIER;
    }

    /** Neither placed nor ended. */
    public boolean isOpen() {
        return settled == null && ended == null;
    }
}
