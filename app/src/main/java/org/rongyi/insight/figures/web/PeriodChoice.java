package org.rongyi.insight.figures.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Period;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/** 期间选择: the words of the picker, and the months and years an address may name ({@code 2021-05}, {@code 2021}). */
final class PeriodChoice {

    static final String FREE = "days";

    private static final List<Option> COMMON = List.of(
            Option.of("month", "本月"),
            Option.of("last-month", "上月"),
            Option.of("quarter", "本季度"),
            Option.of("half", "本半年"),
            Option.of("year", "本年"),
            Option.of("last-year", "去年"),
            Option.of(FREE, "自选日期"));

    private PeriodChoice() {}

    /** The usual ones, and the chosen one when it is a month or a year of its own. */
    static List<Option> options(String chosen) {
        return parse(chosen)
                .map(period -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(Option.of(chosen, words(period))), COMMON.stream())
                        .toList())
                .orElse(COMMON);
    }

    /** Empty for a free period without both of its days, or with the last before the first. */
    static Optional<Period> of(String chosen, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var month = YearMonth.from(today);
        var quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        var half = month.minusMonths((month.getMonthValue() - 1) % 6);
        return switch (chosen) {
            case "month" -> Optional.of(new Period.Month(month));
            case "last-month" -> Optional.of(new Period.Month(month.minusMonths(1)));
            case "quarter" -> Optional.of(Period.Days.months(quarter, quarter.plusMonths(2)));
            case "half" -> Optional.of(Period.Days.months(half, half.plusMonths(5)));
            case "year" -> Optional.of(new Period.WholeYear(Year.from(today)));
            case "last-year" ->
                Optional.of(new Period.WholeYear(Year.from(today).minusYears(1)));
            case FREE ->
                from == null || to == null || to.isBefore(from) || to.isAfter(from.plusYears(20))
                        ? Optional.empty()
                        : Optional.of(new Period.Days(from, to.plusDays(1)));
            default -> parse(chosen);
        };
    }

    /** A month {@code 2021-05} or a year {@code 2021}. */
    static Optional<Period> parse(String text) {
        try {
            if (text.matches("[12][0-9]{3}-[0-9]{2}")) {
                return Optional.of(new Period.Month(YearMonth.parse(text)));
            }
            return text.matches("[12][0-9]{3}")
                    ? Optional.of(new Period.WholeYear(Year.parse(text)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String words(Period period) {
        return switch (period) {
            case Period.Month(var month) -> Words.month(month);
            case Period.WholeYear(var year) -> year + "年";
            case Period.Days(var from, var to) -> Words.day(from) + "至" + Words.day(to.minusDays(1));
        };
    }
}
