package org.rongyi.platform.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 工作日历: which days are worked, and when a term of working days ends.
 *
 * <p>Monday to Friday are worked unless the year's notice gives them off; a Saturday or Sunday is worked when the notice
 * makes it a 调休 day (全国年节及纪念日放假办法; terms are working days without holidays: 行政许可法 第 82 条). The day a term starts
 * from is not counted. The notice of the next year may still change the last days of December; until it is there they
 * are as their own year's notice has them.
 *
 * <p>Immutable. A question that touches a year without notice is answered by {@link NoCalendar}, never by a guess.
 */
public final class WorkingCalendar {

    /** The working days of each year with a notice, as epoch days in the order of time. */
    private final TreeMap<Integer, long[]> years = new TreeMap<>();

    /** @param notices one for each year */
    public WorkingCalendar(Collection<CalendarYear> notices) {
        var special = new HashMap<LocalDate, Boolean>();
        notices.stream()
                .sorted(Comparator.comparingInt(CalendarYear::year))
                .flatMap(notice -> notice.days().stream())
                .forEach(day -> special.put(day.day(), day.working()));
        for (var notice : notices) {
            if (years.put(notice.year(), workingDays(notice.year(), special)) != null) {
                throw new IllegalArgumentException(notice.year() + " 年有两份放假安排");
            }
        }
    }

    /** The years that can be asked about. */
    public NavigableSet<Integer> years() {
        return new TreeSet<>(years.keySet());
    }

    /** @throws NoCalendar when the day's year has none */
    public boolean isWorkingDay(LocalDate day) {
        return Arrays.binarySearch(year(day.getYear()), day.toEpochDay()) >= 0;
    }

    /**
     * The last day of a term: the n-th working day after {@code from}. With n = 0 it is {@code from} itself, worked or
     * not.
     *
     * @throws NoCalendar when the term begins in, runs through or ends in a year that has none
     * @throws IllegalArgumentException when n is negative
     */
    public LocalDate workingDaysAfter(LocalDate from, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("工作日数不能为负：" + n);
        }
        int year = from.getYear();
        int passed = passed(from);
        if (n == 0) {
            return from;
        }
        int left = n;
        while (passed + left > year(year).length) {
            left -= year(year).length - passed;
            passed = 0;
            year++;
        }
        return LocalDate.ofEpochDay(year(year)[passed + left - 1]);
    }

    /**
     * The last day of a term that is over; nothing of one that still runs, which it does on every day of the known years when it ends beyond them.
     *
     * @param today the term is over when its last day is before it
     */
    public Optional<LocalDate> missed(LocalDate from, int n, LocalDate today) {
        try {
            return Optional.of(workingDaysAfter(from, n)).filter(due -> due.isBefore(today));
        } catch (NoCalendar e) {
            return Optional.empty();
        }
    }

    /**
     * How many working days there are after {@code from}, up to and with {@code to}.
     *
     * @throws NoCalendar when a year between them has none
     * @throws IllegalArgumentException when {@code to} is before {@code from}
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("止日 " + to + " 早于起日 " + from);
        }
        int days = passed(to) - passed(from);
        for (int year = from.getYear(); year < to.getYear(); year++) {
            days += year(year).length;
        }
        return days;
    }

    /** Working days of the day's year, up to and with the day. */
    private int passed(LocalDate day) {
        int found = Arrays.binarySearch(year(day.getYear()), day.toEpochDay());
        return found >= 0 ? found + 1 : -found - 1;
    }

    private long[] year(int year) {
        var days = years.get(year);
        if (days == null) {
            throw new NoCalendar(year);
        }
        return days;
    }

    private static long[] workingDays(int year, Map<LocalDate, Boolean> special) {
        var first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .filter(day -> special.getOrDefault(day, isWeekday(day)))
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
