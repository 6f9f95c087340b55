package org.rongyi.care.relief.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An application for aid of this person besides the one that is looked at.
 *
 * @param where the unit that handles or handled it, in words
 * @param elsewhere whether it is outside the reader's territory, who then knows no more than this of it
 * @param situation none for other programmes
 * @param on the day it was applied for
 * @param occurredOn the day of the event, or since when the state lasts; none for other programmes
 * @param grantedFen what was granted; nothing while it is open
 */
public record Earlier(
        Programme programme,
        String where,
        boolean elsewhere,
        @Nullable Situation situation,
        LocalDate on,
        @Nullable LocalDate occurredOn,
        State state,
        long grantedFen) {

    /** What it was applied for under. */
    public enum Programme {
        HARDSHIP("困难帮扶援助"),
        /** May be had besides (办法 第十七条). */
        EMERGENCY("应急救助");

        private final String zh;

        Programme(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** How far it is. */
    public enum State {
        OPEN("正在办理"),
        GRANTED("已援助"),
        REFUSED("未援助");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** 同一事由: the same situation, and of events the same day, as far as days are remembered. */
    boolean isSameCause(Situation other, LocalDate day, int within) {
        if (programme != Programme.HARDSHIP || situation != other || occurredOn == null) {
            return false;
        }
        return other.isLasting() || Math.abs(ChronoUnit.DAYS.between(occurredOn, day)) <= within;
    }
}
