package org.rongyi.platform.policy.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.ui.Words;

/** A year's special days as people say them: one line for each run of days of one holiday. */
final class Runs {

    private Runs() {}

    static List<String> off(CalendarYear notice) {
        return lines(notice.days().stream().filter(day -> !day.working()).toList(), Integer.MAX_VALUE, Runs::line);
    }

    static List<String> work(CalendarYear notice) {
        return lines(notice.days().stream().filter(SpecialDay::working).toList(), Integer.MAX_VALUE, Runs::line);
    }

    /** As {@link CalendarForm} reads them. */
    static List<String> typed(CalendarYear notice, boolean working) {
        return lines(
                notice.days().stream().filter(day -> day.working() == working).toList(),
                CalendarForm.LONGEST_RUN,
                (first, last) -> first.day().equals(last.day())
                        ? first.day() + " " + first.name()
                        : first.day() + " 至 " + last.day() + " " + first.name());
    }

    private static List<String> lines(
            List<SpecialDay> days, int longest, BiFunction<SpecialDay, SpecialDay, String> line) {
        var lines = new ArrayList<String>();
        int begin = 0;
        for (int i = 1; i <= days.size(); i++) {
            if (i == days.size() || i - begin == longest || !goesOn(days.get(i - 1), days.get(i))) {
                lines.add(line.apply(days.get(begin), days.get(i - 1)));
                begin = i;
            }
        }
        return lines;
    }

    private static boolean goesOn(SpecialDay day, SpecialDay next) {
        return next.name().equals(day.name()) && next.day().equals(day.day().plusDays(1));
    }

    private static String line(SpecialDay first, SpecialDay last) {
        LocalDate from = first.day();
        LocalDate to = last.day();
        var days = from.equals(to)
                ? Words.dayOfWeek(from)
                : Words.dayOfWeek(from) + " 至 " + Words.shortDay(to) + "，共 " + (to.toEpochDay() - from.toEpochDay() + 1)
                        + " 天";
        return first.name() + "：" + days;
    }
}
