package org.rongyi.platform.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * 工作日历 as it is known now: the years that come with the program, and those an administrator has entered and another agreed to
 * since. What was entered last counts. A term worked out before a year was entered anew is not worked out again.
 */
@Component
public class WorkingDays {

    private static final String NEWEST = """
            select distinct on (y.year) y.year, y.document, y.id
            from policy.calendar_year y
            where y.state = 'AGREED'
            order by y.year, y.edition desc
            """;

    private static final String DAYS = "select calendar, day, name, working from policy.calendar_day order by day";

    private final JdbcClient jdbc;
    private final Kept<Known> kept;

    private record Known(Map<Integer, CalendarYear> years, WorkingCalendar calendar) {}

    private record Entered(int year, String document, UUID id) {}

    private record EnteredDay(UUID calendar, LocalDate day, String name, boolean working) {}

    WorkingDays(@Qualifier("apart") JdbcClient jdbc, @Qualifier("apart") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        var shipped = CalendarFile.read();
        this.kept = new Kept<>("CALENDAR", jdbc, transactions, () -> read(shipped));
    }

    /** The state to ask several questions of. */
    public WorkingCalendar calendar() {
        return kept.get().calendar();
    }

    /** The notices in force, by year. */
    public Map<Integer, CalendarYear> notices() {
        return kept.get().years();
    }

    /** The next question looks at the database: for the one who has just changed it. */
    public void forget() {
        kept.forget();
    }

    private Known read(List<CalendarYear> shipped) {
        var years = new TreeMap<Integer, CalendarYear>();
        shipped.forEach(year -> years.put(year.year(), year));
        entered().forEach(year -> years.put(year.year(), year));
        return new Known(years, new WorkingCalendar(years.values()));
    }

    private List<CalendarYear> entered() {
        var years = jdbc.sql(NEWEST).query(Entered.class).list();
        var days = years.isEmpty()
                ? List.<EnteredDay>of()
                : jdbc.sql(DAYS).query(EnteredDay.class).list();
        var notices = new ArrayList<CalendarYear>();
        for (var year : years) {
            notices.add(new CalendarYear(
                    year.year(),
                    year.document(),
                    days.stream()
                            .filter(day -> day.calendar().equals(year.id()))
                            .map(day -> new SpecialDay(day.day(), day.name(), day.working()))
                            .toList()));
        }
        return notices;
    }
}
