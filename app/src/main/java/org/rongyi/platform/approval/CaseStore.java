package org.rongyi.platform.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.approval.route.Route;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Cases and their history, as rows. */
final class CaseStore {

    static final String COLUMNS = """
            select c.id, c.number, c.service, c.subject, c.person_id, c.person_name, c.code_now, c.route, c.applied_on,
                   c.applied_at, c.filed_account, c.filed_for, c.filed_by, c.filed_unit, c.filed_mandate,
                   c.filed_ground, c.state, c.result,
                   c.step, c.round, c.supplemented, c.received_on, c.accepted_on, c.accepted_silent, c.decide_days, c.decide_due,
                   c.decide_certain, c.stopped_on, c.decided_on, c.decided_by, c.reason_sealed, c.version
            from approval.case_file c
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";
    private static final String LOCK = FIND + " for update";

    private static final String OF_PERSON = """
            select c.id, c.subject, c.applied_on, c.state, c.result
            from approval.case_file c
            where c.person_id = :person
            order by c.applied_on desc, c.id desc
            limit :limit
            """;

    private static final String ANSWERS = """
            select seat, verdict from approval.task
            where case_id = :id and step = :step and round = :round and kind = 'SEAT' and state = 'DONE'
              and verdict in ('AGREE', 'AGAINST')
            """;

    private static final String SERIAL = """
            insert into approval.serial as s (service, code, day, last) values (:service, :code, :day, 1)
            on conflict (service, code, day) do update set last = s.last + 1
            returning last
            """;

    private static final String INSERT = """
            insert into approval.case_file (id, number, service, subject, person_id, person_name, code_then, code_now,
                                            route, applied_on, applied_at, filed_account, filed_for, filed_by,
                                            filed_unit, filed_mandate, filed_ground, public_matter, state, step,
                                            received_on, decide_days)
            values (:id, :number, :service, :subject, :person, :personName, :code, :code,
                    :route::jsonb, :on, :at, :account, :for, :by,
                    :unit, :mandate, :ground, :inPublic, 'RECEIVED', 0,
                    :on, :days)
            on conflict (service, person_id)
                where state in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED') and service <> 'RECHECK' and not reopened
                do nothing
            """;

    private static final String UPDATE = """
            update approval.case_file
            set state = :state, result = :result, step = :step, round = :round, supplemented = :supplemented,
                received_on = :received, accepted_on = :acceptedOn, accepted_silent = :silent, decide_due = :due,
                decide_certain = :certain, stopped_on = :stopped, decided_on = :decidedOn, decided_by = :decidedBy,
                reason_sealed = :reason, version = version + 1
            where id = :id
            """;

    private static final String REOPEN = "update approval.case_file set reopened = true where id = :id";

    private static final String EVENT = """
            insert into approval.event (id, case_id, person_id, code_now, at, what, who, unit, text_sealed)
            values (:id, :case, :person, :code, :at, :what, :who, :unit, :text)
            """;

    private static final String EVENTS = """
            select id, at, what, who, unit, text_sealed from approval.event where case_id = :case order by at, id
            """;

    private static final String STOP = """
            insert into approval.stop (id, case_id, person_id, code_now, ground, from_on)
            values (:id, :case, :person, :code, :ground, :on)
            """;

    private static final String GO_ON =
            "update approval.stop set to_on = greatest(from_on, :on) where case_id = :case and to_on is null";

    private static final String DELIVER = """
            insert into approval.delivery (case_id, round, person_id, code_now, way, on_day, proof, by_name, by_unit, at)
            values (:case, :round, :person, :code, :way, :on, :proof, :by, :unit, :at)
            """;

    private static final String DELIVERY = """
            select way, on_day, proof from approval.delivery where case_id = :case order by round desc limit 1
            """;

    private static final String PUBLIC_MATTER =
            "select coalesce(public_matter, '') from approval.case_file where id = :id";

    private static final String SAY_IN_PUBLIC = "update approval.case_file set public_matter = :matter where id = :id";

    private static final String DROP_TRANSFER = "select approval.drop_transfer(:id, :deciding, :at)";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    CaseStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    Optional<CaseFile> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> file(row)).optional();
    }

    /** The same, and nobody else moves it before this transaction ends. */
    Optional<CaseFile> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> file(row)).optional();
    }

    /** The newest first. */
    List<CaseLine> of(UUID person, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> {
                    var result = row.getString("result");
                    return new CaseLine(
                            row.getObject("id", UUID.class),
                            row.getString("subject"),
                            row.getObject("applied_on", LocalDate.class),
                            Position.State.valueOf(row.getString("state")),
                            result == null ? null : Position.Result.valueOf(result));
                })
                .list();
    }

    int nextSerial(String service, DivisionCode code, LocalDate day) {
        return jdbc.sql(SERIAL)
                .param("service", service)
                .param("code", code.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** False when one of this service for this person is open. */
    boolean insert(UUID id, String number, Cases.Filing filing, Route route, int days, CaseFile.Filed filed) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("number", number)
                        .param("service", filing.service())
                        .param("subject", filing.subject())
                        .param("person", filing.person())
                        .param("personName", filing.personName())
                        .param("code", filing.code().value())
                        .param("route", json.writeValueAsString(route))
                        .param("on", filed.on())
                        .param("at", filed.at())
                        .param("account", filed.account())
                        .param("for", filed.actingFor())
                        .param("by", filed.by())
                        .param("unit", filed.unit())
                        .param("mandate", filed.mandate())
                        .param("ground", filed.ground())
                        .param("inPublic", filing.inPublic())
                        .param("days", days)
                        .update()
                == 1;
    }

    void update(CaseFile file) {
        var position = file.position();
        var acceptance = file.acceptance();
        var result = position.result();
        jdbc.sql(UPDATE)
                .param("state", position.state().name())
                .param("result", result == null ? null : result.name())
                .param("step", position.step())
                .param("round", file.round())
                .param("supplemented", position.supplemented())
                .param("received", file.receivedOn())
                .param("acceptedOn", acceptance.on())
                .param("silent", acceptance.silent())
                .param("due", acceptance.due() == null ? null : acceptance.due().on())
                .param("certain", acceptance.due() == null || acceptance.due().certain())
                .param("stopped", acceptance.stoppedOn())
                .param("decidedOn", file.decision().on())
                .param("decidedBy", file.decision().by())
                .param(
                        "reason",
                        CaseTexts.seal(
                                vault,
                                CaseTexts.REASON,
                                file.id(),
                                file.decision().reason()))
                .param("id", file.id())
                .update();
        int deciding = file.route().deciding();
        if (position.state().isOver() || position.step() > deciding) { // nobody is asked any more to take it over
            jdbc.sql(DROP_TRANSFER)
                    .param("id", file.id())
                    .param("deciding", deciding)
                    .param("at", now())
                    .query((row, n) -> true)
                    .list();
        }
    }

    /** It does not stand in the way of another application any more: that was made when it was over. */
    void reopen(UUID id) {
        jdbc.sql(REOPEN).param("id", id).update();
    }

    void tell(CaseFile file, CaseEvent event) {
        var id = Ids.next();
        jdbc.sql(EVENT)
                .param("id", id)
                .param("case", file.id())
                .param("person", file.person())
                .param("code", file.code().value())
                .param("at", event.at())
                .param("what", event.what())
                .param("who", event.who())
                .param("unit", event.unit())
                .param("text", CaseTexts.seal(vault, CaseTexts.EVENT, id, event.text()))
                .update();
    }

    /** Oldest first. */
    List<CaseEvent> events(UUID caseId) {
        return jdbc.sql(EVENTS)
                .param("case", caseId)
                .query((row, n) -> new CaseEvent(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("what"),
                        row.getString("who"),
                        row.getString("unit"),
                        CaseTexts.open(
                                vault, CaseTexts.EVENT, row.getObject("id", UUID.class), row.getBytes("text_sealed"))))
                .list();
    }

    /** Since when the clock stands still, and until when it did. */
    void keepStops(CaseFile before, CaseFile after, LocalDate today) {
        var was = before.stopped();
        var is = after.stopped();
        if (was != null && !was.equals(is)) {
            goOn(after.id(), today);
        }
        if (is != null && !is.equals(was)) {
            stop(after, is, today);
        }
    }

    private void stop(CaseFile file, String ground, LocalDate on) {
        jdbc.sql(STOP)
                .param("id", Ids.next())
                .param("case", file.id())
                .param("person", file.person())
                .param("code", file.code().value())
                .param("ground", ground)
                .param("on", on)
                .update();
    }

    private void goOn(UUID caseId, LocalDate on) {
        jdbc.sql(GO_ON).param("case", caseId).param("on", on).update();
    }

    void keepDelivery(CaseFile file, By by, Delivery delivery) {
        jdbc.sql(DELIVER)
                .param("case", file.id())
                .param("round", file.round())
                .param("person", file.person())
                .param("code", file.code().value())
                .param("way", delivery.way())
                .param("on", delivery.on())
                .param("proof", delivery.proof())
                .param("by", by.name())
                .param("unit", by.unit())
                .param("at", now())
                .update();
    }

    Optional<Delivery> delivery(UUID caseId) {
        return jdbc.sql(DELIVERY)
                .param("case", caseId)
                .query((row, n) -> new Delivery(
                        row.getString("way"), row.getObject("on_day", LocalDate.class), row.getString("proof")))
                .optional();
    }

    /** What a 公示 says of it besides the service's name. */
    String publicMatter(UUID id) {
        return jdbc.sql(PUBLIC_MATTER).param("id", id).query(String.class).single();
    }

    void sayInPublic(UUID id, String matter) {
        jdbc.sql(SAY_IN_PUBLIC).param("matter", matter).param("id", id).update();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    CaseFile file(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        int step = row.getInt("step");
        int round = row.getInt("round");
        return new CaseFile(
                id,
                row.getString("number"),
                row.getString("service"),
                row.getString("subject"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                json.readValue(row.getString("route"), Route.class),
                filed(row),
                position(row, answers(id, step, round)),
                round,
                row.getObject("received_on", LocalDate.class),
                acceptance(row),
                new CaseFile.Decision(
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("decided_by"),
                        CaseTexts.open(vault, CaseTexts.REASON, id, row.getBytes("reason_sealed"))),
                row.getInt("version"));
    }

    private Map<Integer, Verdict> answers(UUID id, int step, int round) {
        var answers = new HashMap<Integer, Verdict>();
        jdbc.sql(ANSWERS)
                .param("id", id)
                .param("step", step)
                .param("round", round)
                .query((ResultSet row) -> {
                    answers.put(row.getInt("seat"), Verdict.valueOf(row.getString("verdict")));
                });
        return answers;
    }

    private static Position position(ResultSet row, Map<Integer, Verdict> answers) throws SQLException {
        var result = row.getString("result");
        return new Position(
                Position.State.valueOf(row.getString("state")),
                row.getInt("step"),
                answers,
                row.getObject("accepted_on") != null,
                row.getBoolean("supplemented"),
                result == null ? null : Position.Result.valueOf(result));
    }

    private static CaseFile.Filed filed(ResultSet row) throws SQLException {
        return new CaseFile.Filed(
                row.getObject("applied_on", LocalDate.class),
                row.getObject("applied_at", OffsetDateTime.class),
                row.getObject("filed_account", UUID.class),
                row.getObject("filed_for", UUID.class),
                row.getString("filed_by"),
                row.getObject("filed_unit", UUID.class),
                row.getObject("filed_mandate", UUID.class),
                row.getString("filed_ground"));
    }

    private static CaseFile.Acceptance acceptance(ResultSet row) throws SQLException {
        var due = row.getObject("decide_due", LocalDate.class);
        return new CaseFile.Acceptance(
                row.getObject("accepted_on", LocalDate.class),
                row.getBoolean("accepted_silent"),
                row.getInt("decide_days"),
                due == null ? null : new Term.Due(due, row.getBoolean("decide_certain")),
                row.getObject("stopped_on", LocalDate.class));
    }
}
