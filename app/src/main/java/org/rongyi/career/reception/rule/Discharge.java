package org.rongyi.career.reception.rule;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 一次退役, as the army's papers say it.
 *
 * @param mode 安置方式, an entry of the rank's list
 * @param ground 安排工作的条件, an entry of {@code placement.assign.ground}; empty for other modes
 * @param bars what keeps from 安排工作, entries of {@code placement.assign.bar}
 * @param enlisted 兵役机关批准服现役之日
 * @param discharged 部队下达退役命令之日: it decides which rules hold
 * @param basis 安置地依据, an entry of {@code placement.place.basis}
 * @param married the day of the marriage where he follows his spouse
 * @param parentsMoved the day on which his parents' registered home was moved, where he follows them
 * @param city whether the place is a 中等以上城市
 */
public record Discharge(
        Rank rank,
        String mode,
        String ground,
        Set<String> bars,
        LocalDate enlisted,
        LocalDate discharged,
        String basis,
        @Nullable LocalDate married,
        @Nullable LocalDate parentsMoved,
        boolean city) {

    public static final String ASSIGNED = "ASSIGNED";
    public static final String SELF = "SELF";
    public static final String PARENTS = "PARENTS";
    public static final String SPOUSE = "SPOUSE";
    public static final String ENLISTED = "ENLISTED";
    static final String TWELVE = "TWELVE";
    static final String GAVE_UP = "GAVE_UP";
    static final String OLD_ENTRANT = "OLD_ENTRANT";

    public Discharge {
        bars = Set.copyOf(bars);
    }

    /** Of somebody who follows nobody's parents. */
    public Discharge(
            Rank rank,
            String mode,
            String ground,
            Set<String> bars,
            LocalDate enlisted,
            LocalDate discharged,
            String basis,
            @Nullable LocalDate married,
            boolean city) {
        this(rank, mode, ground, bars, enlisted, discharged, basis, married, null, city);
    }

    /** 转业 of an officer, whatever it was called. */
    private static final Set<String> TRANSFER = Set.of("PLANNED", "TRANSFERRED");

    /** Work is found for him: 安排工作, or 转业 of an officer who did not choose for himself. He is scored and takes part in campaigns. */
    public static boolean isForWork(Rank rank, String mode) {
        return mode.equals(ASSIGNED) || rank == Rank.OFFICER && TRANSFER.contains(mode);
    }

    public boolean isAssigned() {
        return mode.equals(ASSIGNED);
    }
}
