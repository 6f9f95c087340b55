package org.rongyi.care.fund.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the lines of the bank's statements, and what two people found out about those the books do not have. */
@Component
public class BankLines {

    private static final int PAGE = 50;

    private static final String COLUMNS = """
            select l.id, l.fund_id, f.name as fund_name, f.unit_id, l.serial, l.booked_on, l.amount, l.counterparty, l.note,
                   l.state, l.words, l.proposed_by, l.proposed_for, l.proposed_name, l.decided_name, l.decided_at
            from fund.bank_line l join fund.fund f on f.id = l.fund_id
            """;

    private static final String FIND = COLUMNS + "where l.id = :id";

    private static final String WAITING = COLUMNS + """
            where f.unit_id = :unit and l.state in ('OPEN', 'PROPOSED')
              and (cast(:afterOn as date) is null or (l.booked_on, l.id) > (:afterOn, :afterId))
            order by l.booked_on, l.id
            limit :limit
            """;

    private static final String COUNT = """
            select count(*) from fund.bank_line l join fund.fund f on f.id = l.fund_id
            where f.unit_id = :unit and l.state in ('OPEN', 'PROPOSED')
            """;

    private static final String ENTRIES = """
            select m.entry_id from fund.bank_match m where m.line_id = :line order by m.entry_id
            """;

    private static final String PROPOSE = """
            update fund.bank_line
            set state = 'PROPOSED', words = :words, proposed_by = :by, proposed_for = :for, proposed_name = :name,
                proposed_at = :at, decided_by = null, decided_name = null, decided_at = null
            where id = :id and state = 'OPEN'
            """;

    private static final String DECIDE = """
            update fund.bank_line set state = :state, decided_by = :by, decided_name = :name, decided_at = :at
            where id = :id and state = 'PROPOSED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BankLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 对到哪一步. */
    public enum State {
        OPEN("待查"),
        MATCHED("已对上"),
        PROPOSED("待核定"),
        EXPLAINED("已查明");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * 银行流水.
     *
     * @param unit who keeps the fund
     * @param fen in above zero, out below
     * @param words what somebody found out
     */
    public record Line(
            UUID id,
            UUID fund,
            String fundName,
            UUID unit,
            String serial,
            LocalDate on,
            long fen,
            String counterparty,
            String note,
            State state,
            @Nullable String words,
            @Nullable UUID proposedBy,
            @Nullable UUID proposedFor,
            @Nullable String proposedName,
            @Nullable String decidedName,
            @Nullable OffsetDateTime decidedAt) {

        public boolean isFrom(Actor.Office office) {
            return office.speaksFor(proposedBy) || office.speaksFor(proposedFor);
        }

        public boolean waits() {
            return state == State.OPEN || state == State.PROPOSED;
        }
    }

    public Optional<Line> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> line(row)).optional();
    }

    /** Of all funds of a unit, what waits for somebody, the oldest first. */
    public Slice<Line> waiting(UUID unit, @Nullable Cursor<LocalDate> after) {
        var read = jdbc.sql(WAITING)
                .param("unit", unit)
                .param("afterOn", after == null ? null : after.key(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("limit", PAGE + 1)
                .query((row, n) -> line(row))
                .list();
        return Slice.of(read, PAGE, line -> new Cursor<>(line.on(), line.id()));
    }

    public long count(UUID unit) {
        return jdbc.sql(COUNT).param("unit", unit).query(Long.class).single();
    }

    /** The entries it is. */
    public List<UUID> entries(UUID line) {
        return jdbc.sql(ENTRIES).param("line", line).query(UUID.class).list();
    }

    void propose(Actor.Office by, UUID id, String words) {
        one(jdbc.sql(PROPOSE)
                .param("id", id)
                .param("words", words)
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update());
    }

    void decide(Actor.Office by, UUID id, State state) {
        one(jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update());
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("changed by somebody else although the fund was locked");
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getString("fund_name"),
                row.getObject("unit_id", UUID.class),
                row.getString("serial"),
                row.getObject("booked_on", LocalDate.class),
                row.getLong("amount"),
                row.getString("counterparty"),
                row.getString("note"),
                State.valueOf(row.getString("state")),
                row.getString("words"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_for", UUID.class),
                row.getString("proposed_name"),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class));
    }
}
