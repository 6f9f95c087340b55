package org.rongyi.care.relief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 帮扶援助 as it stands under the case's id, for whoever may read it. Words and numbers lie sealed. */
@Component
public class Aids {

    static final SealedField WORDS = new SealedField("relief.aid", "words_sealed");
    static final SealedField DIAGNOSIS = new SealedField("relief.aid", "diagnosis_sealed");
    static final SealedField ECONOMY = new SealedField("relief.aid", "economy_sealed");
    static final SealedField ACCOUNT = new SealedField("relief.aid", "account_sealed");
    static final SealedField FOUND = new SealedField("relief.aid", "found_sealed");
    static final SealedField BASIS = new SealedField("relief.aid", "basis_sealed");

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

    private final JdbcClient jdbc;
    private final Sealing sealing;

    Aids(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

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

    /** What is sealed together: both may tell of illness and need. */
    record Words(String words, String repeat) {}

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

    static String[] names(Collection<Mode> modes) {
        return modes.stream().sorted().map(Mode::name).toArray(String[]::new);
    }

    private static Set<Mode> modes(String[] names) {
        return Arrays.stream(names).map(Mode::valueOf).collect(Collectors.toCollection(TreeSet::new));
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
        var words = Objects.requireNonNull(sealing.openValue(WORDS, id, row.getBytes("words_sealed"), Words.class));
        return new AidRequest(
                Situation.valueOf(row.getString("situation")),
                row.getObject("occurred_on", LocalDate.class),
                words.words(),
                sealing.openWords(DIAGNOSIS, id, row.getBytes("diagnosis_sealed")),
                sealing.openValue(ECONOMY, id, row.getBytes("economy_sealed"), Household.class),
                words.repeat(),
                modes(ReliefRows.strings(row, "wished")),
                Set.copyOf(List.of(ReliefRows.strings(row, "materials"))),
                sealing.openValue(ACCOUNT, id, row.getBytes("account_sealed"), AidRequest.Account.class));
    }

    private @Nullable First first(ResultSet row) throws SQLException {
        var on = row.getObject("first_on", LocalDate.class);
        return on == null
                ? null
                : new First(
                        on,
                        modes(ReliefRows.strings(row, "first_modes")),
                        row.getLong("first_fen"),
                        row.getString("first_by"),
                        row.getLong("first_goods_fen"),
                        row.getObject("first_payer", UUID.class));
    }

    private Check check(ResultSet row, UUID id) throws SQLException {
        return new Check(
                ReliefRows.check(row),
                row.getObject("check_visit", UUID.class),
                ReliefRows.registered(row),
                row.getObject("repeat_accepted", Boolean.class),
                sealing.openWords(FOUND, id, row.getBytes("found_sealed")));
    }

    private @Nullable Decided decided(ResultSet row) throws SQLException {
        var on = row.getObject("decided_on", LocalDate.class);
        return on == null
                ? null
                : new Decided(
                        on,
                        modes(ReliefRows.strings(row, "granted_modes")),
                        row.getLong("granted_fen"),
                        row.getString("payer"));
    }
}
