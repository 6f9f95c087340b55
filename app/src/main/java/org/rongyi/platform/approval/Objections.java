package org.rongyi.platform.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Objections, as rows: name, phone, grounds and answer lie sealed. */
@Component
public class Objections {

    static final SealedField NAME = new SealedField("approval.objection", "name_sealed");
    static final SealedField PHONE = new SealedField("approval.objection", "phone_sealed");
    static final SealedField GROUNDS = new SealedField("approval.objection", "grounds_sealed");
    static final SealedField ANSWER = new SealedField("approval.objection", "answer_sealed");

    private static final String SERIAL_OF = "OBJECTION";
    private static final String PREFIX = "GSYY";

    private static final String FILE = """
            select approval.object(:notice, :id, :task, :event, :number, :name, :phone, :grounds, :today, :at, :due,
                                   :certain, :who, :registrar, :most)
            """;

    private static final String COLUMNS = """
            select o.id, o.task_id, o.notice_id, o.case_id, o.code_now, o.number, o.name_sealed, o.phone_sealed,
                   o.grounds_sealed, o.filed_on, o.filed_by, o.ruling, o.answer_sealed, o.answered_on, o.answered_by,
                   o.answered_unit
            from approval.objection o
            """;

    private static final String BY_TASK = COLUMNS + "where o.task_id = :task";
    private static final String OF_CASE = COLUMNS + "where o.case_id = :case order by o.filed_at, o.id";
    private static final String EXISTS = "select exists (select from approval.objection where id = :id)";

    private static final String RULE = """
            update approval.objection
            set ruling = :ruling, answer_sealed = :answer, answered_on = :on, answered_by = :by, answered_unit = :unit
            where id = :id and ruling is null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Objections(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How filing one ended, as the database says it. */
    enum Taken {
        TAKEN,
        /** The notice does not hang any more. */
        CLOSED,
        /** More of the day than are taken without a counter. */
        FULL_TODAY
    }

    /**
     * What is filed.
     *
     * @param who 网上, or the clerk
     * @param registrar the clerk's unit; none from the net
     * @param most so many of a day and notice are taken from the net
     */
    record Filing(
            UUID id,
            UUID task,
            String number,
            Objection.Objector by,
            String grounds,
            Term.Due due,
            String who,
            @Nullable UUID registrar,
            int most) {}

    String nextNumber(CaseStore cases, DivisionCode code, LocalDate day) {
        return CaseNumber.of(PREFIX, code, day, cases.nextSerial(SERIAL_OF, code, day));
    }

    Taken file(UUID notice, Filing filing, OffsetDateTime at, LocalDate today) {
        var id = filing.id();
        return Taken.valueOf(jdbc.sql(FILE)
                .param("notice", notice)
                .param("id", id)
                .param("task", filing.task())
                .param("event", Ids.next())
                .param("number", filing.number())
                .param("name", vault.seal(NAME, id, filing.by().name()))
                .param("phone", vault.seal(PHONE, id, filing.by().phone()))
                .param("grounds", vault.seal(GROUNDS, id, filing.grounds()))
                .param("today", today)
                .param("at", at)
                .param("due", filing.due().on())
                .param("certain", filing.due().certain())
                .param("who", filing.who())
                .param("registrar", filing.registrar())
                .param("most", filing.most())
                .query(String.class)
                .single());
    }

    /** The one a task waits for; empty outside the reader's territory, and for applicants. */
    public Optional<Objection> byTask(UUID task) {
        return jdbc.sql(BY_TASK)
                .param("task", task)
                .query((row, n) -> objection(row))
                .optional();
    }

    /** All of a case, the oldest first. */
    public List<Objection> of(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query((row, n) -> objection(row))
                .list();
    }

    boolean exists(UUID id) {
        return jdbc.sql(EXISTS).param("id", id).query(Boolean.class).single();
    }

    void answer(UUID id, Objection.Answer answer) {
        jdbc.sql(RULE)
                .param("ruling", answer.ruling().name())
                .param("answer", vault.seal(ANSWER, id, answer.text()))
                .param("on", answer.on())
                .param("by", answer.by())
                .param("unit", answer.unit())
                .param("id", id)
                .update();
    }

    private Objection objection(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var ruling = row.getString("ruling");
        return new Objection(
                id,
                row.getObject("task_id", UUID.class),
                row.getObject("notice_id", UUID.class),
                row.getObject("case_id", UUID.class),
                new DivisionCode(row.getLong("code_now")),
                row.getString("number"),
                new Objection.Objector(
                        vault.open(NAME, id, row.getBytes("name_sealed")),
                        vault.open(PHONE, id, row.getBytes("phone_sealed"))),
                vault.open(GROUNDS, id, row.getBytes("grounds_sealed")),
                row.getObject("filed_on", LocalDate.class),
                row.getString("filed_by"),
                ruling == null
                        ? null
                        : new Objection.Answer(
                                Objection.Ruling.valueOf(ruling),
                                vault.open(ANSWER, id, row.getBytes("answer_sealed")),
                                row.getObject("answered_on", LocalDate.class),
                                row.getString("answered_by"),
                                row.getString("answered_unit")));
    }
}
