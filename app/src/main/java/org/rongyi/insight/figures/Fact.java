package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 事实: something happened at a place on a day. A correction is the old fact withdrawn and the new one counted.
 *
 * @param code the station's or division's code, at any level
 * @param happenedOn the business day, which may lie before the day it is recorded
 * @param subject the record that shows it
 * @param person who it happened to; required by kinds that keep 人, ignored by the others
 * @param value +1 or −1, or an amount and its withdrawal
 */
public record Fact(
        FigureKind kind,
        DivisionCode code,
        LocalDate happenedOn,
        UUID subject,
        @Nullable UUID person,
        long value) {

    public Fact {
        if (value == 0) {
            throw new IllegalArgumentException("a fact changes something");
        }
        if (kind.people() && person == null) {
            throw new IllegalArgumentException(kind.code() + " keeps 人: the fact must say who");
        }
        person = kind.people() ? person : null;
    }

    public static Fact of(FigureKind kind, DivisionCode code, LocalDate happenedOn, UUID subject, UUID person) {
        return new Fact(kind, code, happenedOn, subject, person, 1);
    }

    /** 金额 of a record, in 分; below zero what of it is not given after all. */
    public static Fact money(FigureKind kind, DivisionCode code, LocalDate happenedOn, UUID subject, long fen) {
        if (!kind.isMoney()) {
            throw new IllegalArgumentException(kind.code() + " is no amount");
        }
        return new Fact(kind, code, happenedOn, subject, null, fen);
    }

    /** Takes this fact back. */
    public Fact withdrawn() {
        return new Fact(kind, code, happenedOn, subject, person, -value);
    }
}
