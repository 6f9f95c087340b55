package org.rongyi.care.relief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 帮扶援助, kept under the case's id: what was asked for, found and decided. Words and numbers lie sealed. */
@Component
public class Aids {

    static final SealedField WORDS = new SealedField("relief.aid", "words_sealed");
    static final SealedField DIAGNOSIS = new SealedField("relief.aid", "diagnosis_sealed");
    static final SealedField ECONOMY = new SealedField("relief.aid", "economy_sealed");
    static final SealedField ACCOUNT = new SealedField("relief.aid", "account_sealed");
    static final SealedField FOUND = new SealedField("relief.aid", "found_sealed");
    static final SealedField BASIS = new SealedField("relief.aid", "basis_sealed");

    private static final String INSERT = """
            insert into relief.aid (id, person_id, person_name, code_then, code_now, applied_on, standing, situation,
                                    occurred_on, wished, materials, need_id, visit_id, words_sealed, diagnosis_sealed,
                                    economy_sealed, account_sealed, first_on, first_modes, first_fen, first_by,
                                    first_goods_fen, first_payer)
            values (:id, :person, :name, :code, :code, :on, :standing, :situation, :occurred, :wished, :materials, :need,
                    :visit, :words, :diagnosis, :economy, :account, :firstOn, :firstModes, :firstFen, :firstBy, :firstGoods, :firstPayer)
            """;

    private static final String REWRITE = """
            update relief.aid
            set situation = :situation, occurred_on = :occurred, wished = :wished, materials = :materials,
                words_sealed = :words, diagnosis_sealed = :diagnosis, economy_sealed = :economy,
                account_sealed = :account, version = version + 1
            where id = :id
            """;

    private static final String SELECT = """
            select id, person_id, person_name, code_now, applied_on, standing, situation, occurred_on, wished, materials,
                   need_id, words_sealed, diagnosis_sealed, economy_sealed, account_sealed, first_on, first_modes,
                   first_fen, first_by, first_goods_fen, first_payer, check_on, check_visitors, check_visit, registered, repeat_accepted, found_sealed,
                   decided_on, granted_modes, granted_fen, payer, back_fen - back_goods_fen - (back_then_fen - back_then_goods_fen) as back_money,
                   back_goods_fen - back_then_goods_fen as back_goods
            from relief.aid
            """;

    private static final String FIND = SELECT + "where id = :id";
    private static final String LATEST = SELECT + "where person_id = :person order by applied_on desc, id desc limit 1";
    private static final String OF_NEED = "select id from relief.aid where need_id = :need order by id desc limit 1";

    private static final String OF_VISIT = """
            select id from relief.aid where visit_id = :visit and person_id = :person order by id desc limit 1
            """;

    private static final String OF_PERSON = """
            select id, applied_on, situation, decided_on is not null as decided,
                   coalesce(granted_fen, first_fen, 0) as given_fen
            from relief.aid
            where person_id = :person
            order by applied_on desc, id desc
            limit :limit
            """;

    private static final String BASIS_OF =
            "select basis_sealed from relief.aid where id = :id and basis_sealed is not null";

    private static final String CHECK = """
            update relief.aid
            set check_on = :on, check_visitors = :visitors, check_visit = :visit, registered = :registered,
                repeat_accepted = :accepted, found_sealed = :found, version = version + 1
            where id = :id
            """;

    private static final String ACCOUNT_OF = """
            update relief.aid set account_sealed = :account, version = version + 1
            where id = :id and account_sealed is null
            """;

    private static final String DECIDE = """
            update relief.aid
            set decided_on = case when granted_modes is null then :on else decided_on end, basis_sealed = :basis,
                -- 给过、全退回来了才不同意的：给过还是给过
                granted_modes = coalesce(:modes::text[], case when granted_modes is not null then '{}'::text[] end),
                granted_fen = coalesce(:fen::bigint, case when granted_modes is not null then 0 end), payer = :payer,
                -- 记账以前核定的没有经过账，还在新核定的里面
                before_books_fen = case when granted_modes is not null and length(payer) <> 36 then nullif(granted_fen, 0)
                                        else before_books_fen end,
                back_then_fen = case when :modes::text[] is null and granted_modes is null then 0 else back_fen end,
                back_then_goods_fen = case when :modes::text[] is null and granted_modes is null then 0 else back_goods_fen end,
                version = version + 1
            where id = :id
            """;

    private static final String FOLLOW = "select relief.follow_case(:id)";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    Aids(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whose it is, and where it came from. */
    record Applicant(
            UUID id,
            String name,
            DivisionCode code,
            Standing standing,
            @Nullable UUID need,
            @Nullable UUID visit) {}

    /**
     * 先行帮扶: what was given before the papers were there.
     *
     * @param goodsFen how much of it is goods
     * @param payer the fund that gave it; none of what was written down before funds did
     */
    public record First(
            LocalDate on,
            Set<Mode> modes,
            long amountFen,
            String by,
            long goodsFen,
            @Nullable UUID payer) {

        /** As something given already, which a decision adds to; none where no books know of it. */
        Optional<Grant> grant() {
            return Optional.ofNullable(payer)
                    .map(fund -> new Grant(modes, amountFen, goodsFen, fund.toString(), "", ""));
        }
    }

    /** 入户核查, and what else who reviewed it has said. */
    public record Check(
            Facts.@Nullable Check made,
            @Nullable UUID visit,
            Facts.@Nullable Known registered,
            @Nullable Boolean repeatAccepted,
            String found) {}

    /** 核定; no modes where it was refused. */
    public record Decided(
            LocalDate on,
            Set<Mode> modes,
            long amountFen,
            @Nullable String payer) {}

    /** An application as it stands. */
    public record Kept(
            UUID id,
            UUID person,
            String personName,
            DivisionCode code,
            LocalDate appliedOn,
            Standing standing,
            @Nullable UUID need,
            AidRequest request,
            @Nullable First first,
            Check check,
            @Nullable Decided decided,
            Back back) {}

    /** 解除的、追回到账的, since it was decided last or given first. */
    public record Back(long moneyFen, long goodsFen) {}

    /** What is sealed together: both may tell of illness and need. */
    private record Words(String words, String repeat) {}

    /** It goes where its case went. */
    void follow(UUID caseId) {
        jdbc.sql(FOLLOW).param("id", caseId).query((row, n) -> true).list();
    }

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

    /** A line of what somebody asked for; what was given is nothing while it is open. */
    public record Brief(UUID id, LocalDate appliedOn, String situation, boolean decided, long givenFen) {}

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
                .query((row, n) -> json.readValue(vault.open(BASIS, id, row.getBytes("basis_sealed")), Basis.class))
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

    void insert(UUID id, LocalDate on, Applicant person, AidRequest request, @Nullable First first) {
        request(jdbc.sql(INSERT), id, request)
                .param("person", person.id())
                .param("name", person.name())
                .param("code", person.code().value())
                .param("on", on)
                .param("standing", person.standing().name())
                .param("need", person.need())
                .param("visit", person.visit())
                .param("firstOn", first == null ? null : first.on())
                .param("firstModes", first == null ? null : names(first.modes()))
                .param("firstFen", first == null ? null : first.amountFen())
                .param("firstBy", first == null ? null : first.by())
                .param("firstGoods", first == null ? null : first.goodsFen(), Types.BIGINT)
                .param("firstPayer", first == null ? null : first.payer(), Types.OTHER)
                .update();
    }

    void rewrite(UUID id, AidRequest request) {
        request(jdbc.sql(REWRITE), id, request).update();
    }

    void check(UUID id, Check check) {
        var made = check.made();
        jdbc.sql(CHECK)
                .param("on", made == null ? null : made.on())
                .param("visitors", made == null ? null : made.visitors().toArray(String[]::new))
                .param("visit", check.visit())
                .param(
                        "registered",
                        check.registered() == null ? null : check.registered().name())
                .param("accepted", check.repeatAccepted())
                .param("found", sealed(FOUND, id, check.found()))
                .param("id", id)
                .update();
    }

    void decide(UUID id, LocalDate on, Basis basis) {
        var grant = basis.grant();
        jdbc.sql(DECIDE)
                .param("on", on)
                .param("modes", grant == null ? null : names(grant.modes()))
                .param("fen", grant == null ? null : grant.amountFen())
                .param("payer", grant == null ? null : grant.payer())
                .param("basis", vault.seal(BASIS, id, json.writeValueAsString(basis)))
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec request(JdbcClient.StatementSpec statement, UUID id, AidRequest request) {
        return statement
                .param("id", id)
                .param("situation", request.situation().name())
                .param("occurred", request.occurredOn())
                .param("wished", names(request.wished()))
                .param("materials", request.materials().stream().sorted().toArray(String[]::new))
                .param(
                        "words",
                        vault.seal(WORDS, id, json.writeValueAsString(new Words(request.words(), request.repeat()))))
                .param("diagnosis", sealed(DIAGNOSIS, id, request.diagnosis()))
                .param("economy", written(ECONOMY, id, request.household()))
                .param("account", written(ACCOUNT, id, request.account()));
    }

    /** 补收款卡号: where there is none yet. */
    void nameAccount(UUID id, AidRequest.Account account) {
        jdbc.sql(ACCOUNT_OF)
                .param("account", written(ACCOUNT, id, account))
                .param("id", id)
                .update();
    }

    private byte @Nullable [] sealed(SealedField field, UUID id, String text) {
        return text.isBlank() ? null : vault.seal(field, id, text);
    }

    private byte @Nullable [] written(SealedField field, UUID id, @Nullable Object value) {
        return value == null ? null : vault.seal(field, id, json.writeValueAsString(value));
    }

    private static String[] names(Collection<Mode> modes) {
        return modes.stream().sorted().map(Mode::name).toArray(String[]::new);
    }

    private static Set<Mode> modes(String[] names) {
        return Arrays.stream(names).map(Mode::valueOf).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private Kept kept(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Kept(
                id,
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("applied_on", LocalDate.class),
                Standing.valueOf(row.getString("standing")),
                row.getObject("need_id", UUID.class),
                request(row, id),
                first(row),
                check(row, id),
                decided(row),
                new Back(row.getLong("back_money"), row.getLong("back_goods")));
    }

    private AidRequest request(ResultSet row, UUID id) throws SQLException {
        var words = json.readValue(vault.open(WORDS, id, row.getBytes("words_sealed")), Words.class);
        var economy = opened(ECONOMY, id, row.getBytes("economy_sealed"));
        var account = opened(ACCOUNT, id, row.getBytes("account_sealed"));
        return new AidRequest(
                Situation.valueOf(row.getString("situation")),
                row.getObject("occurred_on", LocalDate.class),
                words.words(),
                opened(DIAGNOSIS, id, row.getBytes("diagnosis_sealed")),
                economy.isEmpty() ? null : json.readValue(economy, Household.class),
                words.repeat(),
                modes(strings(row, "wished")),
                Set.copyOf(List.of(strings(row, "materials"))),
                account.isEmpty() ? null : json.readValue(account, AidRequest.Account.class));
    }

    private @Nullable First first(ResultSet row) throws SQLException {
        var on = row.getObject("first_on", LocalDate.class);
        return on == null
                ? null
                : new First(
                        on,
                        modes(strings(row, "first_modes")),
                        row.getLong("first_fen"),
                        row.getString("first_by"),
                        row.getLong("first_goods_fen"),
                        row.getObject("first_payer", UUID.class));
    }

    private Check check(ResultSet row, UUID id) throws SQLException {
        var on = row.getObject("check_on", LocalDate.class);
        var registered = row.getString("registered");
        return new Check(
                on == null ? null : new Facts.Check(on, List.of(strings(row, "check_visitors"))),
                row.getObject("check_visit", UUID.class),
                registered == null ? null : Facts.Known.valueOf(registered),
                row.getObject("repeat_accepted", Boolean.class),
                opened(FOUND, id, row.getBytes("found_sealed")));
    }

    private @Nullable Decided decided(ResultSet row) throws SQLException {
        var on = row.getObject("decided_on", LocalDate.class);
        return on == null
                ? null
                : new Decided(
                        on, modes(strings(row, "granted_modes")), row.getLong("granted_fen"), row.getString("payer"));
    }

    private String opened(SealedField field, UUID id, byte @Nullable [] sealed) {
        return sealed == null ? "" : vault.open(field, id, sealed);
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
