package org.rongyi.platform.policy.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes what an administrator enters, within the act's transaction, and tells what was entered. */
@Component
class CalendarRecords {

    /** Years are entered one after the other: the row stays locked until the act is over. */
    private static final String NEXT_REVISION =
            "update policy.revision set number = number + 1 where topic = 'CALENDAR'";

    private static final String YEAR = """
            insert into policy.calendar_year (id, year, edition, document, entered_by, entered_at)
            select :id, :year, coalesce(max(y.edition), 0) + 1, :document, :by, :at
            from policy.calendar_year y
            where y.year = :year
            """;

    private static final String DAY = """
            insert into policy.calendar_day (calendar, day, working, name) values (:calendar, :day, :working, :name)
            """;

    private static final String HISTORY = """
            select edition, document, entered_by, entered_at
            from policy.calendar_year
            where year = :year
            order by edition desc
            """;

    private final JdbcClient jdbc;
    private final WorkingDays days;
    private final Clock clock;

    CalendarRecords(JdbcClient jdbc, WorkingDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /** One time a year was entered. */
    record Edition(int edition, String document, String enteredBy, Instant enteredAt) {}

    void add(UUID id, CalendarYear notice, Actor actor) {
        jdbc.sql(NEXT_REVISION).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                days.forget();
            }
        });
        jdbc.sql(YEAR)
                .param("id", id)
                .param("year", notice.year())
                .param("document", notice.document())
                .param("by", nameOf(actor))
                .param("at", OffsetDateTime.now(clock))
                .update();
        for (var day : notice.days()) {
            jdbc.sql(DAY)
                    .param("calendar", id)
                    .param("day", day.day())
                    .param("working", day.working())
                    .param("name", day.name())
                    .update();
        }
    }

    /** The last first; none for a year that came with the program and was never entered anew. */
    List<Edition> history(int year) {
        return jdbc.sql(HISTORY)
                .param("year", year)
                .query((row, n) -> new Edition(
                        row.getInt("edition"),
                        row.getString("document"),
                        row.getString("entered_by"),
                        row.getObject("entered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String nameOf(Actor actor) {
        return actor instanceof Actor.Office office ? office.name() + "，" + office.unitName() : actor.key();
    }
}
