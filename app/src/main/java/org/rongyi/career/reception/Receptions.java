package org.rongyi.career.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 移交接收, kept: read within the reader's scope, by the veteran his own. */
@Component
public class Receptions {

    static final String COLUMNS = """
            r.id, r.person_id, r.person_name, r.code_now, r.unit_name, r.rank, r.mode, r.ground, r.enlisted_on,
            r.discharged_on, r.from_unit, r.basis, r.basis_words, r.married_on, r.parents_moved_on, r.received_on,
            r.reported_on, r.late_why,
            r.file_on, r.file_receipt, r.settled_on, r.settled_how, r.ended_on, r.ended_kind, r.recorded_by,
            r.recorded_account, r.version
            """;

    private static final String FIND =
            "select " + COLUMNS + " from reception.reception r where r.id = :id and r.withdrawn_why is null";

    private static final String LOCK = FIND + " for update";

    private static final String OF = "select " + COLUMNS
            + " from reception.reception r where r.person_id = :person and r.withdrawn_why is null order by r.received_on desc, r.id desc limit :limit";

    private static final String AMONG =
            "select " + COLUMNS + " from reception.reception r where r.id = any(:ids) and r.withdrawn_why is null";

    private static final String INSERT = """
            insert into reception.reception (id, person_id, person_name, code_then, code_now, unit_name, rank, mode, ground,
                                             enlisted_on, discharged_on, from_unit, basis, basis_words, married_on,
                                             parents_moved_on, received_on, recorded_at, recorded_by, recorded_account)
            values (:id, :person, :name, :code, :code, :unit, :rank, :mode, :ground, :enlisted, :discharged, :from, :basis,
                    :basisWords, :married, :parentsMoved, :received, :at, :by, :account)
            """;

    private static final String REPORT = """
            update reception.reception set reported_on = :on, late_why = :why, version = version + 1 where id = :id
            """;

    private static final String SETTLE = """
            update reception.reception set settled_on = :on, settled_how = :how, version = version + 1 where id = :id
            """;

    /** Only while nothing has come of it. */
    private static final String WITHDRAW = """
            update reception.reception r set withdrawn_why = :why, withdrawn_by = :by, version = version + 1
            where r.id = :id and r.withdrawn_why is null and r.reported_on is null and r.file_on is null
              and r.settled_on is null and r.ended_on is null
              and not exists (select from reception.score_entry e where e.reception_id = r.id)
              and not exists (select from reception.ending e where e.reception_id = r.id)
            """;

    private static final String REOPENED = """
            select exists (select from reception.score_reopening n where n.reception_id = :id)
                   and not exists (select from reception.score s where s.reception_id = :id and s.state = 'SETTLED')
            """;

    private static final String FILE = """
            update reception.reception set file_on = :on, file_receipt = :receipt, version = version + 1 where id = :id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Receptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Reception> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** The same, and nobody changes it before the transaction ends. */
    public Optional<Reception> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** The latest first. */
    public List<Reception> of(UUID person, int limit) {
        return jdbc.sql(OF)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those of them that the reader may see and that were not withdrawn. */
    public List<Reception> among(Collection<UUID> ids) {
        return jdbc.sql(AMONG)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> read(row))
                .list();
    }

    void insert(UUID id, PersonFile.Applicant whom, ReceivePerson.Command given, Actor.Office by) {
        var discharge = given.discharge();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("person", whom.person().id())
                .param("name", whom.person().name())
                .param("code", whom.place().code().value())
                .param("unit", by.unitName())
                .param("rank", discharge.rank().name())
                .param("mode", discharge.mode())
                .param("ground", discharge.isAssigned() ? discharge.ground() : null)
                .param("enlisted", discharge.enlisted())
                .param("discharged", discharge.discharged())
                .param("from", given.fromUnit())
                .param("basis", discharge.basis())
                .param("basisWords", given.basisWords())
                .param("married", discharge.basis().equals(Discharge.SPOUSE) ? discharge.married() : null)
                .param("parentsMoved", discharge.basis().equals(Discharge.PARENTS) ? discharge.parentsMoved() : null)
                .param("received", given.received())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
    }

    void report(UUID id, LocalDate on, String why) {
        jdbc.sql(REPORT)
                .param("on", on)
                .param("why", why.isEmpty() ? null : why)
                .param("id", id)
                .update();
    }

    void settle(UUID id, LocalDate on, String how) {
        jdbc.sql(SETTLE).param("on", on).param("how", how).param("id", id).update();
    }

    /** Whether his settled score was found wrong and none is settled anew. */
    boolean isScoreReopened(UUID id) {
        return jdbc.sql(REOPENED).param("id", id).query(Boolean.class).single();
    }

    void file(UUID id, LocalDate on, String receipt) {
        jdbc.sql(FILE).param("on", on).param("receipt", receipt).param("id", id).update();
    }

    /** Whether nothing had come of it. */
    boolean withdraw(UUID id, String why, Actor.Office by) {
        return jdbc.sql(WITHDRAW)
                        .param("why", why)
                        .param("by", by.signed())
                        .param("id", id)
                        .update()
                == 1;
    }

    static Reception read(ResultSet row) throws SQLException {
        var end = row.getString("ended_kind");
        return new Reception(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getString("unit_name"),
                Rank.valueOf(row.getString("rank")),
                row.getString("mode"),
                row.getString("ground"),
                row.getObject("enlisted_on", LocalDate.class),
                row.getObject("discharged_on", LocalDate.class),
                row.getString("from_unit"),
                row.getString("basis"),
                row.getString("basis_words"),
                row.getObject("married_on", LocalDate.class),
                row.getObject("parents_moved_on", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getString("late_why"),
                row.getObject("file_on", LocalDate.class),
                row.getString("file_receipt"),
                row.getObject("settled_on", LocalDate.class),
                row.getString("settled_how"),
                row.getObject("ended_on", LocalDate.class),
                end == null ? null : EndKind.valueOf(end),
                row.getString("recorded_by"),
                row.getObject("recorded_account", UUID.class),
                row.getInt("version"));
    }
}
