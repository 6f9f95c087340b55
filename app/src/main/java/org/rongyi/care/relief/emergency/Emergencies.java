package org.rongyi.care.relief.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.ReliefRows;
import org.rongyi.care.relief.Sealing;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 应急救助, kept under the case's id: what was asked for, found, decided and paid. Words and numbers lie sealed. */
@Component
public class Emergencies {

    static final SealedField WORDS = new SealedField("relief.emergency", "words_sealed");
    static final SealedField DIAGNOSIS = new SealedField("relief.emergency", "diagnosis_sealed");
    static final SealedField ECONOMY = new SealedField("relief.emergency", "economy_sealed");
    static final SealedField ACCOUNT = new SealedField("relief.emergency", "account_sealed");
    static final SealedField FOUND = new SealedField("relief.emergency", "found_sealed");
    static final SealedField BASIS = new SealedField("relief.emergency", "basis_sealed");

    private static final String INSERT = """
            insert into relief.emergency (id, person_id, person_name, code_then, code_now, applied_on, object, kind,
                                          occurred_on, other_aid, materials, need_id, visit_id, aid_id, words_sealed,
                                          diagnosis_sealed, economy_sealed, account_sealed)
            values (:id, :person, :name, :code, :code, :on, :object, :kind, :occurred, :other, :materials, :need, :visit,
                    :aid, :words, :diagnosis, :economy, :account)
            """;

    private static final String REWRITE = """
            update relief.emergency
            set kind = :kind, occurred_on = :occurred, other_aid = :other, materials = :materials, words_sealed = :words,
                diagnosis_sealed = :diagnosis, economy_sealed = :economy, account_sealed = :account, version = version + 1
            where id = :id
            """;

    private static final String SELECT = """
            select id, person_id, person_name, code_now, applied_on, object, kind, occurred_on, other_aid, materials,
                   need_id, words_sealed, diagnosis_sealed, economy_sealed, account_sealed, check_on, check_visitors,
                   check_visit, registered, found_sealed, decided_on, granted_fen, paid_on, fund_id
            from relief.emergency
            """;

    private static final String FIND = SELECT + "where id = :id";
    private static final String LATEST = SELECT + "where person_id = :person order by applied_on desc, id desc limit 1";
    private static final String OF_NEED =
            "select id from relief.emergency where need_id = :need order by id desc limit 1";

    private static final String OF_VISIT = """
            select id from relief.emergency where visit_id = :visit and person_id = :person order by id desc limit 1
            """;

    private static final String OF_PERSON = """
            select id, applied_on, kind, paid_on, coalesce(granted_fen, 0) as fen
            from relief.emergency
            where person_id = :person
            order by applied_on desc, id desc
            limit :limit
            """;

    private static final String BASIS_OF =
            "select basis_sealed from relief.emergency where id = :id and basis_sealed is not null";

    private static final String CHECK = """
            update relief.emergency
            set check_on = :on, check_visitors = :visitors, check_visit = :visit, registered = :registered,
                other_aid = :other, found_sealed = :found, version = version + 1
            where id = :id
            """;

    private static final String ACCOUNT_OF = """
            update relief.emergency set account_sealed = :account, version = version + 1
            where id = :id and account_sealed is null
            """;

    private static final String DECIDE = """
            update relief.emergency
            set decided_on = :on, granted_fen = :fen, basis_sealed = :basis, version = version + 1
            where id = :id
            """;

    private static final String PAY = """
            update relief.emergency set paid_on = :on, fund_id = :fund, version = version + 1 where id = :id
            """;

    private static final String FOLLOW = "select relief.follow_case(:id)";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    Emergencies(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** It goes where its case went. */
    void follow(UUID caseId) {
        jdbc.sql(FOLLOW).param("id", caseId).query((row, n) -> true).list();
    }

    /** Whose it is, and where it came from. */
    record Applicant(
            UUID id,
            String name,
            DivisionCode code,
            String object,
            @Nullable UUID need,
            @Nullable UUID visit,
            @Nullable UUID aid) {}

    /** 入户核查, and what else who made it has said. */
    public record Check(
            Facts.@Nullable Check made,
            @Nullable UUID visit,
            @Nullable Known registered,
            String found) {}

    /** 审批和拨付, as far as it is; no amount where it was refused. */
    public record Decided(
            LocalDate on,
            long fen,
            @Nullable LocalDate paidOn,
            @Nullable UUID fund) {}

    /** An application as it stands. */
    public record Kept(
            UUID id,
            UUID person,
            String personName,
            DivisionCode code,
            LocalDate appliedOn,
            String object,
            @Nullable UUID need,
            EmergencyRequest request,
            Check check,
            @Nullable Decided decided) {}

    /** A line of what somebody asked for; {@code paidOn} none while nothing was paid. */
    public record Brief(
            UUID id,
            LocalDate appliedOn,
            Kind kind,
            @Nullable LocalDate paidOn,
            long fen) {}

    public Optional<Kept> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> kept(row)).optional();
    }

    /** The latest one the reader may see: what it says is not asked again. */
    public Optional<Kept> latestOf(UUID person) {
        return jdbc.sql(LATEST)
                .param("person", person)
                .query((row, n) -> kept(row))
                .optional();
    }

    /** A person's applications the reader may see, the newest first. */
    public List<Brief> listOf(UUID person, int limit) {
        return jdbc.sql(OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query(Brief.class)
                .list();
    }

    /** What a decision rested on; for those who decide. */
    public Optional<Basis> basis(UUID id) {
        return jdbc.sql(BASIS_OF)
                .param("id", id)
                .query((row, n) ->
                        Objects.requireNonNull(sealing.openValue(BASIS, id, row.getBytes("basis_sealed"), Basis.class)))
                .optional();
    }

    /** The case that came of a visit to somebody. */
    public Optional<UUID> ofVisit(UUID visit, UUID person) {
        return jdbc.sql(OF_VISIT)
                .param("visit", visit)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    /** The case that came of a need. */
    public Optional<UUID> ofNeed(UUID need) {
        return jdbc.sql(OF_NEED).param("need", need).query(UUID.class).optional();
    }

    void insert(UUID id, LocalDate on, Applicant person, EmergencyRequest request) {
        request(jdbc.sql(INSERT), id, request)
                .param("person", person.id())
                .param("name", person.name())
                .param("code", person.code().value())
                .param("on", on)
                .param("object", person.object())
                .param("need", person.need())
                .param("visit", person.visit())
                .param("aid", person.aid())
                .update();
    }

    void rewrite(UUID id, EmergencyRequest request) {
        request(jdbc.sql(REWRITE), id, request).update();
    }

    void check(UUID id, Check check, Known otherAid) {
        var made = check.made();
        var registered = check.registered();
        jdbc.sql(CHECK)
                .param("on", made == null ? null : made.on())
                .param("visitors", made == null ? null : made.visitors().toArray(String[]::new))
                .param("visit", check.visit())
                .param("registered", registered == null ? null : registered.name())
                .param("other", otherAid.name())
                .param("found", sealing.words(FOUND, id, check.found()))
                .param("id", id)
                .update();
    }

    void decide(UUID id, LocalDate on, Basis basis) {
        jdbc.sql(DECIDE)
                .param("on", on)
                .param("fen", basis.grantedFen() == 0 ? null : basis.grantedFen())
                .param("basis", sealing.value(BASIS, id, basis))
                .param("id", id)
                .update();
    }

    /** 补收款卡号: where there is none yet. */
    void nameAccount(UUID id, Account account) {
        jdbc.sql(ACCOUNT_OF)
                .param("account", sealing.value(ACCOUNT, id, account))
                .param("id", id)
                .update();
    }

    void pay(UUID id, LocalDate on, UUID fund) {
        jdbc.sql(PAY).param("on", on).param("fund", fund).param("id", id).update();
    }

    private JdbcClient.StatementSpec request(JdbcClient.StatementSpec statement, UUID id, EmergencyRequest request) {
        return statement
                .param("id", id)
                .param("kind", request.kind().name())
                .param("occurred", request.occurredOn())
                .param("other", request.otherAid().name())
                .param("materials", request.materials().stream().sorted().toArray(String[]::new))
                .param("words", sealing.words(WORDS, id, request.words()))
                .param("diagnosis", sealing.words(DIAGNOSIS, id, request.diagnosis()))
                .param("economy", sealing.value(ECONOMY, id, request.household()))
                .param("account", sealing.value(ACCOUNT, id, request.account()));
    }

    private Kept kept(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Kept(
                id,
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("applied_on", LocalDate.class),
                row.getString("object"),
                row.getObject("need_id", UUID.class),
                request(row, id),
                check(row, id),
                decided(row));
    }

    private EmergencyRequest request(ResultSet row, UUID id) throws SQLException {
        return new EmergencyRequest(
                Kind.valueOf(row.getString("kind")),
                row.getObject("occurred_on", LocalDate.class),
                sealing.openWords(WORDS, id, row.getBytes("words_sealed")),
                sealing.openWords(DIAGNOSIS, id, row.getBytes("diagnosis_sealed")),
                Known.valueOf(row.getString("other_aid")),
                Objects.requireNonNull(sealing.openValue(ECONOMY, id, row.getBytes("economy_sealed"), Household.class)),
                Set.of(ReliefRows.strings(row, "materials")),
                sealing.openValue(ACCOUNT, id, row.getBytes("account_sealed"), Account.class));
    }

    private Check check(ResultSet row, UUID id) throws SQLException {
        return new Check(
                ReliefRows.check(row),
                row.getObject("check_visit", UUID.class),
                ReliefRows.registered(row),
                sealing.openWords(FOUND, id, row.getBytes("found_sealed")));
    }

    private static @Nullable Decided decided(ResultSet row) throws SQLException {
        var on = row.getObject("decided_on", LocalDate.class);
        return on == null
                ? null
                : new Decided(
                        on,
                        row.getLong("granted_fen"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getObject("fund_id", UUID.class));
    }
}
