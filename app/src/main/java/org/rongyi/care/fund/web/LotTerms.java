package org.rongyi.care.fund.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** 限定 of a gift or an allotment, as it was typed. */
public final class LotTerms {

    private LotTerms() {}

    /** 限定: purpose, place and last day, each of them as it was agreed or not at all. */
    public static Lot.Terms of(
            @Nullable String purpose,
            @Nullable String place,
            @Nullable String until,
            DivisionNames names,
            FieldErrors errors) {
        return new Lot.Terms(
                Typed.orNone(purpose),
                place(place, names, errors),
                Typed.text(until).isEmpty()
                        ? null
                        : Typed.day(until, "until", "请写成年月日，或空着", errors).orElse(null));
    }

    private static @Nullable DivisionCode place(@Nullable String typed, DivisionNames names, FieldErrors errors) {
        if (Typed.text(typed).isEmpty()) {
            return null;
        }
        var found = names.find(Typed.text(typed));
        if (found.size() == 1) {
            return found.getFirst().code();
        }
        errors.add("place", found.isEmpty() ? "找不到这个区划，请填 12 位代码，或从县区写起的全名" : "有几个区划同名，请填 12 位代码");
        return null;
    }
}
