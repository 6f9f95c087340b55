package org.rongyi.care.fund.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 结账: years and funds that somebody proposed to close, that were closed, and what stands in the way of it. */
@Component
public class Closings {

    private static final String COLUMNS = """
            select c.id, c.fund_id, c.year, c.successor, c.reason, c.state, c.proposed_by, c.proposed_for, c.proposed_name,
                   c.proposed_at, c.decided_name, c.decided_at
            from fund.closing c
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String OPEN = COLUMNS + "where c.fund_id = :fund and c.state = 'PROPOSED'";

    /** Of a unit's own funds; he who proposed it, or in whose name it was, does not decide it. */
    private static final String WAITING = """
            select f.id, f.name, c.year, c.proposed_name, c.proposed_at
            from fund.closing c
            join fund.fund f on f.id = c.fund_id
            where f.unit_id = :unit and c.state = 'PROPOSED'
              and c.proposed_by not in (:accounts) and coalesce(c.proposed_for, c.proposed_by) not in (:accounts)
            order by c.proposed_at, c.id
            """;

    private static final String OF_FUND = COLUMNS + "where c.fund_id = :fund order by c.proposed_at desc, c.id desc";

    private static final String INSERT = """
            insert into fund.closing (id, fund_id, year, successor, reason, state, proposed_by, proposed_for, proposed_name,
                                      proposed_at)
            values (:id, :fund, :year, :successor, :reason, 'PROPOSED', :by, :for, :name, :at)
            """;

    private static final String DECIDE = """
            update fund.closing set state = :state, decided_by = :by, decided_name = :name, decided_at = :at
            where id = :id and state = 'PROPOSED'
            """;

    private static final String CLOSE_BOOK = "select fund.close_book(:fund, :year)";

    private static final String CLOSED_YEARS = "select b.year from fund.book b where b.fund_id = :fund and b.closed";

    /** Up to a year, in whatever was entered into it or before: nothing of the years that are closed. */
    private static final String TO_CARRY = """
            select a.kind, sum(l.amount) as amount
            from fund.line l
            join fund.entry e on e.id = l.entry_id
            join fund.account a on a.id = l.account_id
            where e.fund_id = :fund and e.year <= :year and fund.is_of_year(a.kind)
            group by a.kind
            having sum(l.amount) <> 0
            """;

    private static final String IN_THE_WAY = """
            select (select count(*) from fund.batch b
                    where b.fund_id = :fund and b.state in ('DRAFT', 'APPROVED') and b.made_at < :end) as unreleased,
                   (select count(*) from fund.payment p join fund.batch b on b.id = p.batch_id
                    where p.fund_id = :fund and p.state = 'SENT' and b.released_at < :end) as at_bank,
                   (select count(*) from fund.settlement s
                    join fund.payment p on p.id = s.payment_id
                    left join fund.batch b on b.id = p.batch_id
                    where s.fund_id = :fund and s.state in ('OPEN', 'PROPOSED')
                      and coalesce(b.released_at, p.planned_at) < :end) as contradicting,
                   (select count(*) from fund.bank_line l
                    where l.fund_id = :fund and l.booked_on < :endDay
                      and (l.state in ('OPEN', 'PROPOSED')
                           or l.state = 'MATCHED' and exists (
                                  select from fund.bank_match m join fund.entry r on r.reverses = m.entry_id
                                  where m.line_id = l.id))) as bank_lines
            """;

    private final JdbcClient jdbc;
    private final Funds funds;
    private final Clock clock;

    Closings(JdbcClient jdbc, Funds funds, Clock clock) {
        this.jdbc = jdbc;
        this.funds = funds;
        this.clock = clock;
    }

    /** 到了哪一步. */
    public enum State {
        PROPOSED("待核定"),
        CLOSED("已结"),
        DECLINED("没有核定");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * 结账.
     *
     * @param year the year to be closed; none where the fund itself ends
     * @param successor who takes over what is left of a fund that ends
     */
    public record Closing(
            UUID id,
            UUID fund,
            @Nullable Integer year,
            @Nullable UUID successor,
            @Nullable String reason,
            State state,
            UUID proposedBy,
            @Nullable UUID proposedFor,
            String proposedName,
            OffsetDateTime proposedAt,
            @Nullable String decidedName,
            @Nullable OffsetDateTime decidedAt) {

        /** Whether it was he, or in his name, who proposed it. */
        public boolean isFrom(Actor.Office office) {
            return office.speaksFor(proposedBy) || office.speaksFor(proposedFor);
        }

        public boolean isOfYear(int asked) {
            return year != null && year == asked;
        }
    }

    /** 挡着的事: why a year cannot be closed yet. */
    public enum Hindrance {
        NOT_OVER("这一年还没有过完"),
        EARLIER_YEAR("前一年还没有结账"),
        UNRELEASED("批次编了还没有拨付"),
        AT_BANK("拨付在银行，还没有答复"),
        CONTRADICTING("与银行不符，还没有认定"),
        BANK_LINES("银行有、账上没有的流水，还没有查明"),
        COMMITTED("还有已承诺、没有付的"),
        RECEIVABLE("还有应收退回款没有收回"),
        RECOVERING("提出了追回，或登记了核销后退回，还没有决定"),
        PLAN_CHANGING("提出了募捐提前结束、延长，还没有核定"),
        PURPOSE_CHANGING("提出了变更捐赠用途，还没有核定"),
        PLATFORM_CHANGING("提出了更换网上捐赠的页面，还没有核定");

        private final String zh;

        Hindrance(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** How many of a kind stand in the way. */
    public record InTheWay(Hindrance what, long count) {}

    public Optional<Closing> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> closing(row)).optional();
    }

    public Optional<Closing> open(UUID fund) {
        return jdbc.sql(OPEN)
                .param("fund", fund)
                .query((row, n) -> closing(row))
                .optional();
    }

    /** What waits for a second person: a year, or the fund itself where there is none. */
    public record Waiting(
            UUID fund, String fundName, @Nullable Integer year, String proposedName, OffsetDateTime proposedAt) {}

    /** What an office could decide now, the oldest first. */
    public List<Waiting> waiting(Actor.Office office) {
        var actingFor = office.actingFor();
        var accounts = actingFor == null ? List.of(office.account()) : List.of(office.account(), actingFor);
        return jdbc.sql(WAITING)
                .param("unit", office.unit())
                .param("accounts", accounts)
                .query((row, n) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("year", Integer.class),
                        row.getString("proposed_name"),
                        row.getObject("proposed_at", OffsetDateTime.class)))
                .list();
    }

    /** The latest first. */
    public List<Closing> ofFund(UUID fund) {
        return jdbc.sql(OF_FUND)
                .param("fund", fund)
                .query((row, n) -> closing(row))
                .list();
    }

    public List<Integer> closedYears(UUID fund) {
        return jdbc.sql(CLOSED_YEARS).param("fund", fund).query(Integer.class).list();
    }

    /** The year that is to be closed next: the first that is open. */
    public int next(Fund fund) {
        return closedYears(fund.id()).stream()
                .mapToInt(year -> year + 1)
                .max()
                .orElse(fund.openedOn().getYear());
    }

    /** A fund of the actor's own unit, its books changed by nobody else until the transaction ends. */
    Optional<Fund> lockOwn(Actor.Office by, UUID id) {
        var own = funds.find(id).filter(fund -> fund.unit().equals(by.unit()) && fund.closedOn() == null);
        own.ifPresent(fund -> funds.hold(fund.id()));
        return own;
    }

    /** What income and cost of a year come to: debit above zero. */
    public Map<AccountKind, Long> toCarry(UUID fund, int year) {
        var carried = new EnumMap<AccountKind, Long>(AccountKind.class);
        jdbc.sql(TO_CARRY).param("fund", fund).param("year", year).query((ResultSet row) -> {
            carried.put(AccountKind.valueOf(row.getString("kind")), row.getLong("amount"));
        });
        return carried;
    }

    /** What stands in the way of closing a year. */
    public List<InTheWay> inTheWay(Fund fund, int year) {
        var found = new java.util.ArrayList<InTheWay>();
        if (year >= LocalDate.now(clock).getYear()) {
            found.add(new InTheWay(Hindrance.NOT_OVER, 1));
        }
        if (year > next(fund)) {
            found.add(new InTheWay(Hindrance.EARLIER_YEAR, 1));
        }
        if (year <= LocalDate.now(clock).getYear()) { // of the years to come nothing is under way
            found.addAll(before(fund, LocalDate.of(year + 1, 1, 1)));
        }
        return found;
    }

    /** What was begun before a day and is not done with. */
    List<InTheWay> before(Fund fund, LocalDate end) {
        var all = jdbc.sql(IN_THE_WAY)
                .param("fund", fund.id())
                .param("endDay", end)
                .param("end", end.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query((row, n) -> List.of(
                        new InTheWay(Hindrance.UNRELEASED, row.getLong("unreleased")),
                        new InTheWay(Hindrance.AT_BANK, row.getLong("at_bank")),
                        new InTheWay(Hindrance.CONTRADICTING, row.getLong("contradicting")),
                        new InTheWay(Hindrance.BANK_LINES, row.getLong("bank_lines"))))
                .single();
        return all.stream().filter(one -> one.count() > 0).toList();
    }

    void propose(Actor.Office by, UUID id, UUID fund, @Nullable Integer year, @Nullable UUID to, @Nullable String why) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("fund", fund)
                .param("year", year, Types.INTEGER)
                .param("successor", to, Types.OTHER)
                .param("reason", why, Types.VARCHAR)
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void decide(Actor.Office by, UUID id, State state) {
        int changed = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("decided by somebody else although the fund was locked");
        }
    }

    void closeBook(UUID fund, int year) {
        jdbc.sql(CLOSE_BOOK)
                .param("fund", fund)
                .param("year", year)
                .query((row, n) -> true)
                .single();
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getObject("year", Integer.class),
                row.getObject("successor", UUID.class),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_for", UUID.class),
                row.getString("proposed_name"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class));
    }
}
