package org.rongyi.care.fund.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Lot;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.FieldErrors;

/** What was typed into a form of this room, read; errors are told by field. */
public final class Typed {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Typed() {}

    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** None where nothing was typed. */
    public static @Nullable String orNone(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }

    public static Optional<LocalDate> day(@Nullable String value, String field, String missing, FieldErrors errors) {
        var day = day(text(value));
        errors.require(day.isPresent(), field, missing);
        return day;
    }

    /** A day of a year there can be books of; none for anything else. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Optional<Money> amount(@Nullable String value, String field, FieldErrors errors) {
        var amount = Money.parse(text(value)).filter(Money::isPositive);
        errors.require(amount.isPresent(), field, "请按元填写金额，例如 5000 或 5000.50");
        return amount;
    }

    public static <E extends Enum<E>> Optional<E> one(
            Class<E> type, @Nullable String value, String field, String missing, FieldErrors errors) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text(value)))
                .findFirst();
        errors.require(found.isPresent(), field, missing);
        return found;
    }

    /** 限定: purpose, place and last day, each of them as it was agreed or not at all. */
    public static Lot.Terms terms(
            @Nullable String purpose,
            @Nullable String place,
            @Nullable String until,
            DivisionNames names,
            FieldErrors errors) {
        return new Lot.Terms(
                orNone(purpose),
                place(place, names, errors),
                text(until).isEmpty()
                        ? null
                        : day(until, "until", "请写成年月日，或空着", errors).orElse(null));
    }

    private static @Nullable DivisionCode place(@Nullable String typed, DivisionNames names, FieldErrors errors) {
        if (text(typed).isEmpty()) {
            return null;
        }
        var found = names.find(text(typed));
        if (found.size() == 1) {
            return found.getFirst().code();
        }
        errors.add("place", found.isEmpty() ? "找不到这个区划，请填 12 位代码，或从县区写起的全名" : "有几个区划同名，请填 12 位代码");
        return null;
    }
}
