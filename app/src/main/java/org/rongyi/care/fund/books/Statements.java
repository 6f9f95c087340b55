package org.rongyi.care.fund.books;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 报表 (会计法 第 20 条; 民间非营利组织会计制度): what a fund's entries come to, by the day they happened on; as of any past day the
 * same whenever it is asked, but for what is entered into that time later.
 */
@Component
public class Statements {

    private static final int PAGE = 50;
    private static final int FETCH = 500;

    private static final String TRIAL = """
            select a.kind,
                   coalesce(sum(l.amount) filter (where e.happened_on < :from), 0) as opening,
                   coalesce(sum(l.amount) filter (where e.happened_on >= :from and l.amount > 0), 0) as debit,
                   coalesce(-sum(l.amount) filter (where e.happened_on >= :from and l.amount < 0), 0) as credit
            from fund.entry e
            join fund.line l on l.entry_id = e.id
            join fund.account a on a.id = l.account_id
            where e.fund_id = :fund and e.happened_on <= :to
            group by a.kind
            """;

    private static final String ACTIVITY = """
            select a.kind, sum(l.amount) as amount,
                   coalesce(sum(l.amount) filter (where e.kind in ('HANDED_OVER', 'TAKEN_OVER')), 0) as handed
            from fund.entry e
            join fund.line l on l.entry_id = e.id
            join fund.account a on a.id = l.account_id and a.fund_id = :fund
            where e.fund_id = :fund and e.happened_on between :from and :to and e.kind <> 'YEAR_END'
              and (fund.is_of_year(a.kind) or a.kind = 'NET_ASSETS')
            group by a.kind
            """;

    private static final String BALANCES = """
            select a.kind, sum(l.amount) as amount
            from fund.entry e
            join fund.line l on l.entry_id = e.id
            join fund.account a on a.id = l.account_id
            where e.fund_id = :fund and e.happened_on <= :on
            group by a.kind
            """;

    private static final String OF_ACCOUNT = """
            select e.id, e.year, e.number, e.kind, e.happened_on, e.words, s.amount
            from (select l.entry_id, sum(l.amount) as amount
                  from fund.line l
                  join fund.account a on a.id = l.account_id and a.fund_id = :fund and a.kind = :account
                  group by l.entry_id) s
            join fund.entry e on e.id = s.entry_id
            where e.happened_on between :from and :to
            """;

    private static final String FIRST = OF_ACCOUNT + """
            order by e.happened_on, e.id
            limit :limit
            """;

    private static final String NEXT = OF_ACCOUNT + """
              and (e.happened_on, e.id) > (:afterOn, :afterId)
            order by e.happened_on, e.id
            limit :limit
            """;

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Both days belong to it. */
    public record Period(LocalDate from, LocalDate to) {

        public static Period ofYear(int year) {
            return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
    }

    /** 科目余额表, a line of it; opening and closing with the debit above zero. */
    public record Turnover(AccountKind account, long openingFen, long debitFen, long creditFen) {

        public long closingFen() {
            return openingFen + debitFen - creditFen;
        }
    }

    /**
     * 收支表: what came in and what was spent, and what changed 净资产 besides.
     *
     * @param handedFen taken over from a fund that ended, or handed over by one that does; no income and no cost of anybody
     */
    public record Activity(
            Map<AccountKind, Long> incomes, Map<AccountKind, Long> costs, long earlierYearsFen, long handedFen) {

        public long incomeFen() {
            return incomes.values().stream().mapToLong(Long::longValue).sum();
        }

        public long costFen() {
            return costs.values().stream().mapToLong(Long::longValue).sum();
        }

        /** 收支差额. */
        public long leftFen() {
            return incomeFen() - costFen();
        }
    }

    /** An entry on an account; debit above zero. */
    public record Movement(
            UUID entry, int year, int number, EntryKind kind, LocalDate on, String words, long amountFen) {}

    /** Every account with an entry up to the end of the period, in their order. */
    public List<Turnover> trial(UUID fund, Period period) {
        var found = new EnumMap<AccountKind, Turnover>(AccountKind.class);
        jdbc.sql(TRIAL)
                .param("fund", fund)
                .param("from", period.from())
                .param("to", period.to())
                .query((ResultSet row) -> {
                    var account = AccountKind.valueOf(row.getString("kind"));
                    found.put(
                            account,
                            new Turnover(account, row.getLong("opening"), row.getLong("debit"), row.getLong("credit")));
                });
        return new ArrayList<>(found.values());
    }

    /** Without the entries that carry a year over. */
    public Activity activity(UUID fund, Period period) {
        var incomes = new EnumMap<AccountKind, Long>(AccountKind.class);
        var costs = new EnumMap<AccountKind, Long>(AccountKind.class);
        var ownAssets = new long[2]; // 以前年度、资金终止
        jdbc.sql(ACTIVITY)
                .param("fund", fund)
                .param("from", period.from())
                .param("to", period.to())
                .query((ResultSet row) -> {
                    var account = AccountKind.valueOf(row.getString("kind"));
                    long own = row.getLong("amount") * account.sign();
                    if (!account.isOfYear()) {
                        ownAssets[1] = row.getLong("handed") * account.sign();
                        ownAssets[0] = own - ownAssets[1];
                    } else if (account.sign() < 0) {
                        incomes.put(account, own);
                    } else {
                        costs.put(account, own);
                    }
                });
        return new Activity(incomes, costs, ownAssets[0], ownAssets[1]);
    }

    /** What each account stood at in the evening of a day; debit above zero. */
    public Map<AccountKind, Long> balances(UUID fund, LocalDate on) {
        var balances = new EnumMap<AccountKind, Long>(AccountKind.class);
        jdbc.sql(BALANCES).param("fund", fund).param("on", on).query((ResultSet row) -> {
            balances.put(AccountKind.valueOf(row.getString("kind")), row.getLong("amount"));
        });
        return balances;
    }

    /** 明细账, whole: every movement in the same order, a few hundred at a time; inside a transaction. */
    public void each(UUID fund, AccountKind account, Period period, Consumer<Movement> to) {
        var query = jdbc.sql(FIRST).withFetchSize(FETCH);
        try (var rows = movements(query, fund, account, period, ListDownload.most()).stream()) {
            rows.forEach(to);
        }
    }

    private static JdbcClient.MappedQuerySpec<Movement> movements(
            JdbcClient.StatementSpec query, UUID fund, AccountKind account, Period period, long limit) {
        return query.param("fund", fund)
                .param("account", account.name())
                .param("from", period.from())
                .param("to", period.to())
                .param("limit", limit)
                .query((row, n) -> new Movement(
                        row.getObject("id", UUID.class),
                        row.getInt("year"),
                        row.getInt("number"),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("words"),
                        row.getLong("amount")));
    }

    /** 明细账: what moved an account, the oldest first. */
    public Slice<Movement> movements(UUID fund, AccountKind account, Period period, @Nullable Cursor<LocalDate> after) {
        var query = after == null
                ? jdbc.sql(FIRST)
                : jdbc.sql(NEXT).param("afterOn", after.key()).param("afterId", after.id());
        var read = movements(query, fund, account, period, PAGE + 1).list();
        return Slice.of(read, PAGE, one -> new Cursor<>(one.on(), one.entry()));
    }
}
