package org.rongyi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.policy.StatutoryHolidays;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.policy.calendar.AgreeCalendar;
import org.rongyi.platform.policy.calendar.LoadCalendar;
import org.springframework.stereotype.Component;

/**
 * The calendar of a year whose notice did not come with the program, so that the demo's terms end on some day also at the turn of the
 * year: the statutory holidays alone, without make-up days, entered by one administrator, agreed to by the other, and named what it is.
 */
@Component
class DemoCalendar {

    private static final String DOCUMENT = "演示数据：只按法定节日推算，没有调休；以国务院办公厅的通知为准";

    /** The longest of the demo's terms, an exam's until its last notice is down, takes 30 days; a year is entered once one may end in it, and not before. */
    private static final int DAYS_AHEAD = 31;

    private final Acts acts;
    private final LoadCalendar load;
    private final AgreeCalendar agree;
    private final WorkingDays days;
    private final Clock clock;

    DemoCalendar(Acts acts, LoadCalendar load, AgreeCalendar agree, WorkingDays days, Clock clock) {
        this.acts = acts;
        this.load = load;
        this.agree = agree;
        this.days = days;
        this.clock = clock;
    }

    void fill(Desk.Administrators administrators) {
        int last = LocalDate.now(clock).plusDays(DAYS_AHEAD).getYear();
        for (int year = days.calendar().years().last() + 1; year <= last; year++) {
            enter(administrators, year);
        }
    }

    private void enter(Desk.Administrators administrators, int year) {
        var loaded = acts.perform(
                administrators.system(),
                load,
                new LoadCalendar.Command(CommandId.fresh(administrators.system()), reckoned(year)));
        if (!(loaded instanceof LoadCalendar.Outcome.Loaded(var id, var ignored))) {
            throw new IllegalStateException("演示日历未能载入：" + year + " " + loaded);
        }
        var agreed = acts.perform(
                administrators.security(),
                agree,
                new AgreeCalendar.Command(CommandId.fresh(administrators.security()), id));
        if (!(agreed instanceof AgreeCalendar.Outcome.Agreed)) {
            throw new IllegalStateException("演示日历未能确认：" + year + " " + agreed);
        }
    }

    /** A holiday that follows the moon is given off with the day before and after, as it may be reckoned a day off. */
    static CalendarYear reckoned(int year) {
        var off = new TreeMap<LocalDate, SpecialDay>();
        for (var holiday : StatutoryHolidays.of(year)) {
            around(holiday).forEach(day -> off.putIfAbsent(day, new SpecialDay(day, holiday.name(), false)));
        }
        return new CalendarYear(year, DOCUMENT, List.copyOf(off.values()));
    }

    private static Stream<LocalDate> around(StatutoryHolidays.Holiday holiday) {
        var day = holiday.day();
        return holiday.exact() ? Stream.of(day) : Stream.of(day.minusDays(1), day, day.plusDays(1));
    }
}
