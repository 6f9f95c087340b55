package org.rongyi.care.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the funds, and says which may pay for somebody. */
@Component
public class Funds {

    private static final String COLUMNS = """
            select f.id, f.number, f.name, f.kind, f.unit_id, u.name as unit_name, u.code_now, f.document, f.trustee,
                   f.charity, f.credit_code, f.raising_licence, f.raising_plan,
                   case when p.id is null then f.platform else nullif(p.address, '') end as platform, f.opened_on, f.closed_on
            from fund.fund f
            join organisation.unit u on u.id = f.unit_id
            left join lateral (select c.id, c.address
                               from fund.platform_change c
                               where c.fund_id = f.id and c.state = 'CONFIRMED'
                               order by c.decided_at desc, c.id desc
                               limit 1) p on true
            """;

    private static final String FIND = COLUMNS + "where f.id = :id";

    private static final String WITHIN = COLUMNS + """
            where u.code_now <@ :ranges::int8multirange and f.number > :after
            order by f.number
            limit :limit
            """;

    private static final String OF_UNIT = COLUMNS + """
            where f.unit_id = :unit
            order by f.number
            """;

    private static final String CHARITABLE = COLUMNS + """
            where u.code_now <@ :ranges::int8multirange and f.charity is not null
            order by f.number
            """;

    private static final String PUBLISHED = COLUMNS + """
            where u.code_now >= :low and u.code_now < :high and f.number > :after
            order by f.number
            limit :limit
            """;

    private static final String PAYERS = COLUMNS + """
            where u.code_now = any(:above::bigint[]) and f.opened_on <= :on and (f.closed_on is null or f.closed_on > :on)
            order by u.code_now desc, f.number
            """;

    private static final String LAST_NUMBER = """
            select count(*) from fund.fund f join organisation.unit u on u.id = f.unit_id where f.unit_id = :unit
            """;

    private static final String LOCK_UNIT = "select pg_advisory_xact_lock(hashtextextended(:unit, 30))";

    private static final String HOLD = "select fund.lock(:fund)";

    private static final String INSERT = """
            insert into fund.fund (id, number, name, kind, unit_id, document, trustee, charity, credit_code, raising_licence,
                                   raising_plan, platform, opened_on)
            values (:id, :number, :name, :kind, :unit, :document, :trustee, :charity, :credit, :licence, :plan, :platform, :on)
            """;

    private static final String OPEN_ACCOUNTS = """
            insert into fund.account (fund_id, kind, side)
            select :fund, a.kind, a.side
            from unnest(:kinds::text[], :sides::integer[]) with ordinality a (kind, side, n) order by a.n
            """;

    private static final int PAGE = 50;

    private final JdbcClient jdbc;

    Funds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Fund> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> fund(row)).optional();
    }

    /**
     * Nobody else changes the books of a fund until the transaction ends: the only door to that lock. All locks of money are taken in
     * one order, so that nobody waits for somebody who waits for him:
     *
     * <ol>
     *   <li>the case, where a task of it is answered
     *   <li>the fund; of several, in the order of their ids
     *   <li>whoever is given something, and the rows of the service: the person, an aid, a line of a list
     *   <li>grants, in the order of their ids
     *   <li>what the books change as they are posted: accounts, sources, the book of the year
     * </ol>
     */
    public void hold(UUID fund) {
        jdbc.sql(HOLD).param("fund", fund).query((row, n) -> true).single();
    }

    /** Several at once, each once, in their order. */
    public void hold(Collection<UUID> funds) {
        funds.stream().distinct().sorted().forEach(this::hold);
    }

    /** Those whose books somebody may open, of his own unit and of the units below, in the order of their numbers. */
    public Slice<Fund> page(Scope scope, @Nullable Cursor<String> after) {
        return page(jdbc.sql(WITHIN).param("ranges", scope.toMultirange()), after);
    }

    private static Slice<Fund> page(JdbcClient.StatementSpec query, @Nullable Cursor<String> after) {
        var read = query.param("after", after == null ? "" : after.key())
                .param("limit", PAGE + 1)
                .query((row, n) -> fund(row))
                .list();
        return Slice.of(read, PAGE, fund -> new Cursor<>(fund.number(), fund.id()));
    }

    /** Those a unit manages, ended ones among them. */
    public List<Fund> ofUnit(UUID unit) {
        return jdbc.sql(OF_UNIT)
                .param("unit", unit)
                .query((row, n) -> fund(row))
                .list();
    }

    /** All funds of a territory that take gifts, open or ended: what has to be made public of them is watched. */
    public List<Fund> charitable(Scope scope) {
        return jdbc.sql(CHARITABLE)
                .param("ranges", scope.toMultirange())
                .query((row, n) -> fund(row))
                .list();
    }

    /** Funds of a division and below, ended ones among them, for everybody: their accounts are public for ever. */
    public Slice<Fund> published(DivisionCode within, @Nullable Cursor<String> after) {
        return page(jdbc.sql(PUBLISHED).param("low", within.value()).param("high", within.end()), after);
    }

    /**
     * Open funds of the place's own bureau and of those above it that are for this, the nearest first.
     *
     * @param purpose an entry of the list {@code fund.purpose}
     */
    public List<Fund> payers(DivisionCode place, LocalDate on, String purpose) {
        return payers(place, on).stream()
                .filter(fund -> fund.kind().paysFor(purpose))
                .toList();
    }

    private List<Fund> payers(DivisionCode place, LocalDate on) {
        return jdbc.sql(PAYERS)
                .param(
                        "above",
                        Arrays.stream(Level.values())
                                .map(level -> place.at(level).value())
                                .distinct()
                                .toArray(Long[]::new))
                .param("on", on)
                .query((row, n) -> fund(row))
                .list();
    }

    /** How many a unit has, counted by one at a time. */
    int count(UUID unit) {
        jdbc.sql(LOCK_UNIT)
                .param("unit", unit.toString())
                .query((row, n) -> true)
                .single();
        return jdbc.sql(LAST_NUMBER).param("unit", unit).query(Integer.class).single();
    }

    /** A new fund with all its accounts at nothing. */
    void add(Fund fund) {
        var charity = fund.charity();
        jdbc.sql(INSERT)
                .param("id", fund.id())
                .param("number", fund.number())
                .param("name", fund.name())
                .param("kind", fund.kind().name())
                .param("unit", fund.unit())
                .param("document", fund.document())
                .param("trustee", fund.trustee(), Types.VARCHAR)
                .param("charity", charity == null ? null : charity.name(), Types.VARCHAR)
                .param("credit", charity == null ? null : charity.creditCode(), Types.VARCHAR)
                .param("licence", charity == null ? null : charity.licence(), Types.VARCHAR)
                .param("plan", charity == null ? null : charity.plan(), Types.VARCHAR)
                .param("platform", charity == null ? null : charity.platform(), Types.VARCHAR)
                .param("on", fund.openedOn())
                .update();
        var kinds = AccountKind.values();
        jdbc.sql(OPEN_ACCOUNTS)
                .param("fund", fund.id())
                .param("kinds", Arrays.stream(kinds).map(Enum::name).toArray(String[]::new))
                .param("sides", Arrays.stream(kinds).map(AccountKind::sign).toArray(Integer[]::new))
                .update();
    }

    private static Fund fund(ResultSet row) throws SQLException {
        var charity = row.getString("charity");
        return new Fund(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                FundKind.valueOf(row.getString("kind")),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                new DivisionCode(row.getLong("code_now")),
                row.getString("document"),
                row.getString("trustee"),
                charity == null
                        ? null
                        : new Fund.Charity(
                                charity,
                                row.getString("credit_code"),
                                row.getString("raising_licence"),
                                row.getString("raising_plan"),
                                row.getString("platform")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }
}
