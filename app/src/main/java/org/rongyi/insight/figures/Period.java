package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** 期间: which business days are counted, {@code [from, to)}. */
public sealed interface Period {

    LocalDate from();

    /** The first day behind the period. */
    LocalDate to();

    /** A period for which distinct 人 are kept; those of any other cannot be derived from them. */
    sealed interface Fixed extends Period {}

    record Month(YearMonth month) implements Fixed {
        @Override
        public LocalDate from() {
            return month.atDay(1);
        }

        @Override
        public LocalDate to() {
            return month.plusMonths(1).atDay(1);
        }
    }

    record WholeYear(Year year) implements Fixed {
        @Override
        public LocalDate from() {
            return year.atDay(1);
        }

        @Override
        public LocalDate to() {
            return year.plusYears(1).atDay(1);
        }
    }

    record Days(LocalDate from, LocalDate to) implements Period {
        public Days {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a period has at least one day: " + from + " to " + to);
            }
        }

        /** Whole months, from the first to the last. */
        public static Days months(YearMonth first, YearMonth last) {
            return new Days(first.atDay(1), last.plusMonths(1).atDay(1));
        }
    }

    /** First days of the months that lie in the period whole. */
    default List<LocalDate> wholeMonths() {
        var first =
                from().getDayOfMonth() == 1 ? from() : from().withDayOfMonth(1).plusMonths(1);
        return Stream.iterate(first, day -> !day.plusMonths(1).isAfter(to()), day -> day.plusMonths(1))
                .toList();
    }

    /** Days of the period that lie in no whole month of it. */
    default List<LocalDate> edgeDays() {
        var months = wholeMonths();
        if (months.isEmpty()) {
            return from().datesUntil(to()).toList();
        }
        return Stream.concat(
                        from().datesUntil(months.getFirst()),
                        months.getLast().plusMonths(1).datesUntil(to()))
                .toList();
    }
}
