package org.rongyi.platform.policy.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
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
            insert into policy.calendar_year (id, year, edition, document, entered_account, entered_by, entered_at, state)
            select :id, :year, coalesce(max(y.edition), 0) + 1, :document, :account, :by, :at, 'PROPOSED'
            from policy.calendar_year y
            where y.year = :year
            """;

    private static final String DAY = """
            insert into policy.calendar_day (calendar, day, working, name) values (:calendar, :day, :working, :name)
            """;

    private static final String HISTORY = """
            select edition, document, entered_by, entered_at, state, decided_by, decided_at, decided_reason
            from policy.calendar_year
            where year = :year
            order by edition desc
            """;

    private static final String WAITING = """
            select id, year, document, entered_account, entered_by, entered_at, state
            from policy.calendar_year
            where state = 'PROPOSED'
            order by entered_at, id
            """;

    /** A year's last word, when it was a no of late: what nobody entered anew for long is not waited for. */
    private static final String SENT_BACK = """
            select y.id, y.year, y.document, y.entered_account, y.entered_by, y.entered_at, y.state,
                   y.decided_by, y.decided_reason
            from policy.calendar_year y
            where y.state = 'REFUSED' and y.decided_at > :since
              and not exists (select from policy.calendar_year later where later.year = y.year and later.edition > y.edition)
            order by y.year
            """;

    private static final String LOCK = """
            select id, year, document, entered_account, entered_by, entered_at, state
            from policy.calendar_year
            where id = :id
            """;

    private static final String DAYS_OF =
            "select day, name, working from policy.calendar_day where calendar = :id order by day";

    private static final String DECIDE = """
            update policy.calendar_year
            set state = :state, decided_account = :account, decided_by = :by, decided_at = :at, decided_reason = :reason
            where id = :id and state = 'PROPOSED'
            """;

    private static final int SENT_BACK_DAYS = 90;

    private final JdbcClient jdbc;
    private final WorkingDays days;
    private final Clock clock;

    CalendarRecords(JdbcClient jdbc, WorkingDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /** One time a year was entered. */
    record Edition(int edition, String document, String enteredBy, Instant enteredAt, State state, String decided) {}

    /** How far one entering has come. */
    enum State {
        PROPOSED("待确认"),
        AGREED("已确认"),
        REFUSED("不同意");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** A year that was entered; the account is none for what was entered before a second one was asked. */
    record Entered(UUID id, CalendarYear notice, @Nullable UUID account, String by, Instant at, State state) {}

    /** Those that wait for a second administrator, the oldest first. */
    List<Entered> waiting() {
        return jdbc.sql(WAITING).query((row, n) -> entered(row)).list();
    }

    /** @param decided who sent it back, and why */
    record SentBack(Entered entered, String decided) {}

    /** Those a second administrator did not agree to within the last ninety days, and nobody entered anew. */
    List<SentBack> sentBack() {
        return jdbc.sql(SENT_BACK)
                .param("since", OffsetDateTime.now(clock).minusDays(SENT_BACK_DAYS))
                .query((row, n) ->
                        new SentBack(entered(row), row.getString("decided_by") + "：" + row.getString("decided_reason")))
                .list();
    }

    /** One of them, decided or not. Years are decided one after the other: what is read stays so until the act is over. */
    Optional<Entered> lock(UUID id) {
        jdbc.sql(NEXT_REVISION).update();
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> entered(row)).optional();
    }

    /** Agreed to, it counts with the commit: here at once, in other processes a second later at most. */
    void decide(UUID id, State state, Actor.Office decider, @Nullable String reason) {
        int rows = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("account", decider.account())
                .param("by", nameOf(decider))
                .param("at", OffsetDateTime.now(clock))
                .param("reason", reason)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("a locked year was decided by somebody else: " + id);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                days.forget();
            }
        });
    }

    private Entered entered(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var named = jdbc.sql(DAYS_OF).param("id", id).query(SpecialDay.class).list();
        return new Entered(
                id,
                new CalendarYear(row.getInt("year"), row.getString("document"), named),
                row.getObject("entered_account", UUID.class),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")));
    }

    void add(UUID id, CalendarYear notice, Actor.Office actor) {
        jdbc.sql(NEXT_REVISION).update();
        jdbc.sql(YEAR)
                .param("id", id)
                .param("account", actor.account())
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
                        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        State.valueOf(row.getString("state")),
                        decided(row)))
                .list();
    }

    private static String decided(ResultSet row) throws SQLException {
        var at = row.getObject("decided_at", OffsetDateTime.class);
        var reason = row.getString("decided_reason");
        return at == null
                ? ""
                : row.getString("decided_by") + "，" + Words.moment(at.toInstant())
                        + (reason == null ? "" : "，" + reason);
    }

    private static String nameOf(Actor.Office office) {
        return office.name() + "，" + office.unitName();
    }
}
