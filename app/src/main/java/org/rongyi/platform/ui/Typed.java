package org.rongyi.platform.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Money;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form as it was typed, or as it stands before anything was; and one field of it read: a text, a day, an amount, an id, one of an
 * enum. What is wrong is told by field.
 */
public record Typed(MultiValueMap<String, String> fields) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    public static Typed empty() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    /** Without the spaces around it; empty when nothing was typed. */
    public String value(String field) {
        return text(fields.getFirst(field));
    }

    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** None for anything that is no day. */
    public Optional<LocalDate> day(String field) {
        return dayOf(value(field));
    }

    /** What a hidden field carries on; none for anything that is no id. */
    public @Nullable UUID id(String field) {
        try {
            return value(field).isEmpty() ? null : UUID.fromString(value(field));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The same with one field more; nothing for none. */
    public Typed with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedMultiValueMap<>(fields);
        more.set(field, value.toString());
        return new Typed(more);
    }

    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** None where nothing was typed. */
    public static @Nullable String orNone(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }

    public static Optional<LocalDate> day(@Nullable String value, String field, String missing, FieldErrors errors) {
        var day = dayOf(text(value));
        errors.require(day.isPresent(), field, missing);
        return day;
    }

    /** A day of a year somebody can mean; none for anything else. */
    public static Optional<LocalDate> dayOf(String text) {
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
}
