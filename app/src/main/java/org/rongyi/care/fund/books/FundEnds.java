package org.rongyi.care.fund.books;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Sources;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 终止: whether a fund may end, and who may take over what is left of it. */
@Component
public class FundEnds {

    /** Not decided yet: a recovery, or money that came after one was written off. */
    private static final String UNDECIDED = """
            select (select count(*) from fund.recovery r where r.fund_id = :fund and r.state = 'HEARING')
                   + (select count(*) from fund.late_repayment l where l.fund_id = :fund and l.state = 'PROPOSED')
            """;

    /** Proposed for what nobody could confirm any more once the fund has ended. */
    private static final String CHANGING = """
            select (select count(*) from fund.plan_end p where p.fund_id = :fund and p.state = 'PROPOSED') as plans,
                   (select count(*) from fund.purpose_change p where p.fund_id = :fund and p.state = 'PROPOSED') as purposes,
                   (select count(*) from fund.platform_change p where p.fund_id = :fund and p.state = 'PROPOSED') as platforms
            """;

    private static final String CLOSE = "select fund.close_fund(:fund, :on)";

    private final JdbcClient jdbc;
    private final Funds funds;
    private final Closings closings;
    private final Journal journal;
    private final Sources sources;
    private final Clock clock;

    FundEnds(JdbcClient jdbc, Funds funds, Closings closings, Journal journal, Sources sources, Clock clock) {
        this.jdbc = jdbc;
        this.funds = funds;
        this.closings = closings;
        this.journal = journal;
        this.sources = sources;
        this.clock = clock;
    }

    /** What must be done with first. */
    public List<Closings.InTheWay> inTheWay(Fund fund) {
        var today = LocalDate.now(clock);
        var found = new ArrayList<Closings.InTheWay>();
        if (closings.next(fund) < today.getYear()) {
            found.add(new Closings.InTheWay(Closings.Hindrance.EARLIER_YEAR, 1));
        }
        found.addAll(closings.before(fund, today.plusDays(1)));
        var balances = journal.balances(fund.id());
        if (balances.getOrDefault(AccountKind.COMMITTED, 0L) != 0) {
            found.add(new Closings.InTheWay(Closings.Hindrance.COMMITTED, 1));
        }
        if (balances.getOrDefault(AccountKind.RECEIVABLE, 0L) != 0) {
            found.add(new Closings.InTheWay(Closings.Hindrance.RECEIVABLE, 1));
        }
        long undecided =
                jdbc.sql(UNDECIDED).param("fund", fund.id()).query(Long.class).single();
        if (undecided > 0) {
            found.add(new Closings.InTheWay(Closings.Hindrance.RECOVERING, undecided));
        }
        found.addAll(changing(fund));
        return found;
    }

    private List<Closings.InTheWay> changing(Fund fund) {
        var all = jdbc.sql(CHANGING)
                .param("fund", fund.id())
                .query((row, n) -> List.of(
                        new Closings.InTheWay(Closings.Hindrance.PLAN_CHANGING, row.getLong("plans")),
                        new Closings.InTheWay(Closings.Hindrance.PURPOSE_CHANGING, row.getLong("purposes")),
                        new Closings.InTheWay(Closings.Hindrance.PLATFORM_CHANGING, row.getLong("platforms"))))
                .single();
        return all.stream().filter(one -> one.count() > 0).toList();
    }

    /** Nothing in it and nothing to be used. */
    public boolean isEmpty(Fund fund) {
        return journal.balances(fund.id()).entrySet().stream()
                .filter(each -> !each.getKey().isOfYear() && each.getKey() != AccountKind.NET_ASSETS)
                .filter(each -> each.getKey() != AccountKind.RECEIVED && each.getKey() != AccountKind.SPENT)
                .allMatch(each -> each.getValue() == 0);
    }

    /** Of the same kind and unit, and of the same charity: gifts stay where their donors gave them (慈善法 第 18 条). */
    public boolean mayFollow(Fund fund, UUID to) {
        return funds.find(to)
                .filter(other -> !other.id().equals(fund.id())
                        && other.closedOn() == null
                        && other.kind() == fund.kind()
                        && other.unit().equals(fund.unit())
                        && sameCharity(fund.charity(), other.charity()))
                .isPresent();
    }

    private static boolean sameCharity(Fund.@Nullable Charity one, Fund.@Nullable Charity other) {
        return one == null ? other == null : other != null && one.creditCode().equals(other.creditCode());
    }

    /** Funds that could take over. */
    public List<Fund> successors(Fund fund) {
        return funds.ofUnit(fund.unit()).stream()
                .filter(other -> mayFollow(fund, other.id()))
                .toList();
    }

    Map<AccountKind, Long> balances(UUID fund) {
        return journal.balances(fund);
    }

    /** What is left to be used, by source. */
    List<Lot> left(UUID fund) {
        return sources.open(fund);
    }

    /** The same source in the other fund, bound as it was. */
    Lot successor(Lot lot, Fund from, Fund to) {
        return sources.handOver(lot, from, to, LocalDate.now(clock));
    }

    static Money sum(List<Lot> lots, boolean inKind) {
        return lots.stream()
                .filter(lot -> lot.inKind() == inKind)
                .map(lot -> lot.standing().available())
                .reduce(Money.ZERO, Money::plus);
    }

    void close(UUID fund) {
        jdbc.sql(CLOSE)
                .param("fund", fund)
                .param("on", LocalDate.now(clock))
                .query((row, n) -> true)
                .single();
    }
}
