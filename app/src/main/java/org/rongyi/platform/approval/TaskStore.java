package org.rongyi.platform.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks, as rows. */
final class TaskStore {

    static final String COLUMNS = """
            select t.id, t.case_id, t.kind, t.step, t.round, t.seat, t.zh, t.unit_id, t.unit_name, t.unit_level, t.roles,
                   t.assigned_account, t.assigned_name, t.parent, t.asked_sealed, t.opened_on, t.due_on, t.due_certain,
                   t.state, t.verdict, t.opinion_sealed, t.done_account, t.done_for, t.done_by, t.done_unit, t.done_at, t.urged,
                   t.raised_unit, t.raised_name, t.raised_ground
            from approval.task t
            """;

    private static final String FIND = COLUMNS + "where t.id = :id";
    private static final String OF_CASE = COLUMNS + "where t.case_id = :case order by t.opened_at, t.id";

    private static final String OPEN = """
            insert into approval.task (id, case_id, person_id, code_now, kind, step, round, seat, zh, unit_id, unit_name,
                                       unit_level, roles, assigned_account, assigned_name, parent, asked_sealed,
                                       opened_on, opened_at, due_on, due_certain, state)
            values (:id, :case, :person, :code, :kind, :step, :round, :seat, :zh, :unit, :unitName,
                    :unitLevel, :roles, :assigned, :assignedName, :parent, :asked,
                    :on, :at, :due, :certain, 'OPEN')
            """;

    private static final String FINISH = """
            update approval.task
            set state = 'DONE', verdict = :verdict, opinion_sealed = :opinion, done_account = :account, done_for = :for,
                done_by = :by, done_unit = :unit, done_at = :at, version = version + 1
            where id = :id and state = 'OPEN'
            returning unit_name
            """;

    private static final String RECALL = """
            update approval.task set verdict = 'RECALLED', version = version + 1 where id = :id and state = 'DONE'
            """;

    private static final String DROP = """
            update approval.task set state = 'DROPPED', version = version + 1
            where case_id = :case and state = 'OPEN' and kind not in ('COMPLAINT', 'OBJECTION')
            returning unit_name
            """;

    private static final String DROP_ONE =
            "update approval.task set state = 'DROPPED', version = version + 1 where id = :id and state = 'OPEN'";

    private static final String ASSIGN = """
            update approval.task
            set unit_id = :unit, unit_name = :unitName, unit_level = :unitLevel, assigned_account = :account,
                assigned_name = :name, raised_unit = null, raised_name = null, raised_level = null, raised_ground = null,
                raised_at = null,
                version = version + 1
            where id = :id
            """;

    private static final String DUE = """
            update approval.task
            set due_on = :due, due_certain = :certain, raised_unit = null, raised_name = null, raised_level = null,
                raised_ground = null, raised_at = null, version = version + 1
            where id = :id
            """;

    private static final String URGE = """
            update approval.task set urged = urged + 1, urged_at = :at, version = version + 1 where id = :id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    TaskStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A task to be opened. */
    record Wanted(
            Task.Kind kind,
            int step,
            int seat,
            String zh,
            Desks.Desk desk,
            Set<Role> roles,
            Task.@Nullable Assigned assigned,
            @Nullable UUID parent,
            @Nullable String asked,
            Term.Due due) {}

    Optional<Task> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> task(row)).optional();
    }

    /** All of them, in the order they were opened. */
    List<Task> of(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query((row, n) -> task(row))
                .list();
    }

    /** The open 公示 of a case, whose notice bears its id. */
    Optional<UUID> hanging(UUID caseId) {
        return of(caseId).stream()
                .filter(task -> task.isOpen() && task.kind() == Task.Kind.SEAT)
                .map(Task::id)
                .findFirst();
    }

    UUID open(CaseFile file, Wanted wanted, LocalDate on, OffsetDateTime at) {
        var id = Ids.next();
        var assigned = wanted.assigned();
        jdbc.sql(OPEN)
                .param("id", id)
                .param("case", file.id())
                .param("person", file.person())
                .param("code", file.code().value())
                .param("kind", wanted.kind().name())
                .param("step", wanted.step())
                .param("round", file.round())
                .param("seat", wanted.seat())
                .param("zh", wanted.zh())
                .param("unit", wanted.desk().unit())
                .param("unitName", wanted.desk().name())
                .param("unitLevel", wanted.desk().level().number())
                .param("roles", wanted.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("assigned", assigned == null ? null : assigned.account())
                .param("assignedName", assigned == null ? null : assigned.name())
                .param("parent", wanted.parent())
                .param("asked", CaseTexts.seal(vault, CaseTexts.ASKED, id, wanted.asked()))
                .param("on", on)
                .param("at", at)
                .param("due", wanted.due().on())
                .param("certain", wanted.due().certain())
                .update();
        return id;
    }

    /** Where it waited; empty when it waits no more. */
    Optional<String> finish(UUID id, Task.Done done) {
        return jdbc.sql(FINISH)
                .param("verdict", done.verdict())
                .param("opinion", CaseTexts.seal(vault, CaseTexts.OPINION, id, done.opinion()))
                .param("account", done.account())
                .param("for", done.actingFor())
                .param("by", done.by())
                .param("unit", done.unit())
                .param("at", done.at())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Signed, and taken back: what was said stays, and counts no more. */
    void recall(UUID id) {
        jdbc.sql(RECALL).param("id", id).update();
    }

    /** Everything of the case that still waits; the names of the units it waited at. */
    List<String> dropAll(UUID caseId) {
        return jdbc.sql(DROP).param("case", caseId).query(String.class).list();
    }

    void drop(UUID id) {
        jdbc.sql(DROP_ONE).param("id", id).update();
    }

    void assign(UUID id, Desks.Desk desk, Task.@Nullable Assigned to) {
        jdbc.sql(ASSIGN)
                .param("unit", desk.unit())
                .param("unitName", desk.name())
                .param("unitLevel", desk.level().number())
                .param("account", to == null ? null : to.account())
                .param("name", to == null ? null : to.name())
                .param("id", id)
                .update();
    }

    /** Another last day: it is not late any more, and stands on nobody's list until it is again. */
    void due(UUID id, Term.Due due) {
        jdbc.sql(DUE)
                .param("due", due.on())
                .param("certain", due.certain())
                .param("id", id)
                .update();
    }

    void urge(UUID id, OffsetDateTime at) {
        jdbc.sql(URGE).param("at", at).param("id", id).update();
    }

    Task task(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var account = row.getObject("assigned_account", UUID.class);
        return new Task(
                id,
                row.getObject("case_id", UUID.class),
                Task.Kind.valueOf(row.getString("kind")),
                row.getInt("step"),
                row.getInt("round"),
                row.getInt("seat"),
                row.getString("zh"),
                new Desks.Desk(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Level.of(row.getInt("unit_level"))),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                account == null ? null : new Task.Assigned(account, row.getString("assigned_name")),
                row.getObject("parent", UUID.class),
                CaseTexts.open(vault, CaseTexts.ASKED, id, row.getBytes("asked_sealed")),
                row.getObject("opened_on", LocalDate.class),
                new Term.Due(row.getObject("due_on", LocalDate.class), row.getBoolean("due_certain")),
                Task.State.valueOf(row.getString("state")),
                done(row, id),
                row.getInt("urged"),
                raised(row));
    }

    private Task.@Nullable Done done(ResultSet row, UUID id) throws SQLException {
        var at = row.getObject("done_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Task.Done(
                        row.getObject("done_account", UUID.class),
                        row.getObject("done_for", UUID.class),
                        row.getString("done_by"),
                        row.getString("done_unit"),
                        at,
                        row.getString("verdict"),
                        CaseTexts.open(vault, CaseTexts.OPINION, id, row.getBytes("opinion_sealed")));
    }

    private static Task.@Nullable Raised raised(ResultSet row) throws SQLException {
        var unit = row.getObject("raised_unit", UUID.class);
        return unit == null
                ? null
                : new Task.Raised(
                        unit, row.getString("raised_name"), Task.Ground.valueOf(row.getString("raised_ground")));
    }
}
