package org.rongyi.platform.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 移送, kept: rows of both sides. Locks go case, transfer. */
@Component
public class Transfers {

    static final String DAYS = "approval.transfer.days";

    static final SealedField REASON = new SealedField("approval.transfer", "reason_sealed");
    static final SealedField ANSWER = new SealedField("approval.transfer", "answer_sealed");

    /** As many as a page shows, the newest. */
    public static final int MOST = 50;

    private static final String COLUMNS = """
            select t.id, t.case_id, t.service, t.number, t.person_name, t.step_zh, t.from_code, t.to_code, t.from_unit,
                   t.from_unit_name, t.to_unit, t.to_unit_name, t.reason_sealed, t.asked_account, t.asked_by, t.asked_at,
                   t.due_on, t.state, t.answered_by, t.answered_at, t.answer_sealed
            from approval.transfer t
            """;

    private static final String FIND = COLUMNS + "where t.id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String OPEN_OF = COLUMNS + "where t.case_id = :case and t.state = 'ASKED'";

    private static final String WAITING = COLUMNS + """
            where t.to_unit = :unit and t.state = 'ASKED' order by t.id limit :most
            """;

    private static final String PAST = COLUMNS + """
            where (t.to_unit = :unit and t.state <> 'ASKED' or t.from_unit = :unit) order by t.id desc limit :most
            """;

    private static final String LATE = COLUMNS + """
            where t.state = 'ASKED' and t.due_on < :today and t.to_code <@ (select kernel.scope_ranges())
            order by t.due_on, t.id limit :most
            """;

    private static final String ASK = """
            insert into approval.transfer (id, case_id, service, number, person_id, person_name, step_zh, from_code, to_code, from_unit,
                                           from_unit_name, to_unit, to_unit_name, to_unit_level, reason_sealed,
                                           asked_account, asked_by, asked_at, due_on, state)
            values (:id, :case, :service, :number, :person, :personName, :step, :from, :to, :fromUnit,
                    :fromUnitName, :toUnit, :toUnitName, :toLevel, :reason,
                    :account, :by, :at, :due, 'ASKED')
            on conflict (case_id) where state = 'ASKED' do nothing
            """;

    private static final String DECLINE = """
            update approval.transfer
            set state = 'DECLINED', answered_by = :by, answered_at = :at, answer_sealed = :words
            where id = :id and state = 'ASKED'
            """;

    private static final String MOVE = "select approval.transfer_case(:id, :by, :at)";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Cases cases;
    private final Policy policy;
    private final Clock clock;

    Transfers(JdbcClient jdbc, Vault vault, Cases cases, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.cases = cases;
        this.policy = policy;
        this.clock = clock;
    }

    /** Empty too when neither side lies in the reader's scope. */
    public Optional<Transfer> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> transfer(row)).optional();
    }

    Optional<Transfer> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> transfer(row)).optional();
    }

    /** The one a case waits with. */
    public Optional<Transfer> openOf(UUID caseId) {
        return jdbc.sql(OPEN_OF)
                .param("case", caseId)
                .query((row, n) -> transfer(row))
                .optional();
    }

    /** What a unit has to answer, the oldest first. */
    public List<Transfer> waiting(UUID unit) {
        return jdbc.sql(WAITING)
                .param("unit", unit)
                .param("most", MOST)
                .query((row, n) -> transfer(row))
                .list();
    }

    /** What it asked for, and what it has answered, the newest first. */
    public List<Transfer> past(UUID unit) {
        return jdbc.sql(PAST)
                .param("unit", unit)
                .param("most", MOST)
                .query((row, n) -> transfer(row))
                .list();
    }

    /** What units of the reader's territory have not answered in time. */
    List<Transfer> late() {
        return jdbc.sql(LATE)
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query((row, n) -> transfer(row))
                .list();
    }

    /** Empty when one is open already. */
    Optional<Transfer> ask(
            CaseFile file, Task task, Desks.Desk to, DivisionCode place, Actor.Office by, String reason) {
        var id = Ids.next();
        var today = LocalDate.now(clock);
        boolean asked = jdbc.sql(ASK)
                        .param("id", id)
                        .param("case", file.id())
                        .param("service", file.service())
                        .param("number", file.number())
                        .param("person", file.person())
                        .param("personName", file.personName())
                        .param("step", task.zh())
                        .param("from", file.code().value())
                        .param("to", place.value())
                        .param("fromUnit", by.unit())
                        .param("fromUnitName", by.unitName())
                        .param("toUnit", to.unit())
                        .param("toUnitName", to.name())
                        .param("toLevel", to.level().number())
                        .param("reason", Objects.requireNonNull(CaseTexts.seal(vault, REASON, id, reason)))
                        .param("account", by.account())
                        .param("by", by.name())
                        .param("at", OffsetDateTime.now(clock))
                        .param(
                                "due",
                                cases.after(today, policy.number(DAYS, today)).on())
                        .update()
                == 1;
        return asked ? find(id) : Optional.empty();
    }

    boolean decline(Transfer asked, Actor.Office by, String reason) {
        return jdbc.sql(DECLINE)
                        .param("id", asked.id())
                        .param("by", by.name())
                        .param("at", OffsetDateTime.now(clock))
                        .param("words", CaseTexts.seal(vault, ANSWER, asked.id(), reason))
                        .update()
                == 1;
    }

    /** How moving it ended. */
    enum Moved {
        DONE,
        ABSENT,
        OVER,
        PUBLIC
    }

    /** All of the case goes to the other place; the actor's scope has to hold that. */
    Moved move(Transfer asked, Actor.Office by) {
        return Moved.valueOf(jdbc.sql(MOVE)
                .param("id", asked.id())
                .param("by", by.name())
                .param("at", OffsetDateTime.now(clock))
                .query(String.class)
                .single());
    }

    private Transfer transfer(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Transfer(
                id,
                row.getObject("case_id", UUID.class),
                row.getString("service"),
                row.getString("number"),
                row.getString("person_name"),
                row.getString("step_zh"),
                new DivisionCode(row.getLong("from_code")),
                new DivisionCode(row.getLong("to_code")),
                new Transfer.Side(row.getObject("from_unit", UUID.class), row.getString("from_unit_name")),
                new Transfer.Side(row.getObject("to_unit", UUID.class), row.getString("to_unit_name")),
                vault.open(REASON, id, row.getBytes("reason_sealed")),
                new Transfer.Asked(
                        row.getObject("asked_account", UUID.class),
                        row.getString("asked_by"),
                        row.getObject("asked_at", OffsetDateTime.class)),
                row.getObject("due_on", LocalDate.class),
                Transfer.State.valueOf(row.getString("state")),
                answer(row, id));
    }

    private Transfer.@Nullable Answer answer(ResultSet row, UUID id) throws SQLException {
        var at = row.getObject("answered_at", OffsetDateTime.class);
        var words = CaseTexts.open(vault, ANSWER, id, row.getBytes("answer_sealed"));
        return at == null ? null : new Transfer.Answer(row.getString("answered_by"), at, words == null ? "" : words);
    }
}
