package org.rongyi.platform.approval;

import java.time.LocalDate;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.WorkingCalendar;

/**
 * 期限: the last day of a term of working days, and how much of it is left (行政许可法 第 82 条: working days, holidays not
 * counted; the day it starts from is not counted). Where next year's notice is not published yet, Monday to Friday count
 * for the time being, and the day is marked as not certain.
 */
public final class Term {

    private Term() {}

    /** @param certain whether every year the term touches has its notice */
    public record Due(LocalDate on, boolean certain) {}

    public static Due after(WorkingCalendar calendar, LocalDate from, int days) {
        try {
            return new Due(calendar.workingDaysAfter(from, days), true);
        } catch (NoCalendar e) {
            var day = from;
            for (int left = days; left > 0; left -= works(calendar, day) ? 1 : 0) {
                day = day.plusDays(1);
            }
            return new Due(day, false);
        }
    }

    /** The day from which so many working days are left to the other, that one not counted. */
    public static LocalDate before(WorkingCalendar calendar, LocalDate day, int days) {
        var found = day;
        for (int left = days; left > 0; left -= works(calendar, found) ? 1 : 0) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** Working days from the day on until the last one, the day itself not counted; below nothing when it has passed. */
    public static int left(WorkingCalendar calendar, LocalDate day, LocalDate due) {
        return due.isBefore(day) ? -count(calendar, due, day) : count(calendar, day, due);
    }

    /**
     * The last day after a stop: what was left when it stopped is left when it goes on, so that one stopped on its last day
     * is due the day it goes on; what was late stays late.
     */
    public static Due resumed(WorkingCalendar calendar, LocalDate due, LocalDate stopped, LocalDate resumed) {
        return due.isBefore(stopped) ? new Due(due, true) : after(calendar, resumed, left(calendar, stopped, due));
    }

    /** The day once its year's notice is there: as many working days into the year as were counted without it. */
    public static Due settled(WorkingCalendar calendar, Due due) {
        if (due.certain() || !calendar.years().contains(due.on().getYear())) {
            return due;
        }
        var before = LocalDate.of(due.on().getYear() - 1, 12, 31);
        int days = (int) before.plusDays(1)
                .datesUntil(due.on().plusDays(1))
                .filter(Term::isWeekday)
                .count();
        return after(calendar, before, days);
    }

    private static int count(WorkingCalendar calendar, LocalDate from, LocalDate to) {
        try {
            return calendar.between(from, to);
        } catch (NoCalendar e) {
            return (int) from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(day -> works(calendar, day))
                    .count();
        }
    }

    private static boolean works(WorkingCalendar calendar, LocalDate day) {
        return calendar.years().contains(day.getYear()) ? calendar.isWorkingDay(day) : isWeekday(day);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }
}
