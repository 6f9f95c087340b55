package org.rongyi.care.fund.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.AnchorCheck;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.vault.Vault;

/**
 * 账目校验: every entry against its digest in the trail, every balance against its lines, every other row against what acts left of
 * it, each account against its print, and what the cases say against what was promised, in one snapshot. The caller's connection
 * sees every row. That the trail itself is whole is for {@code VerifyAudit} to say.
 */
public final class LedgerCheck {

    private static final int FETCH = 1_000;

    /** How many findings are told one by one. */
    private static final int MOST = 20;

    private static final String ENTRIES = """
            select distinct on (e.id) e.id::text, f.number || ' ' || e.year || ' 年第 ' || e.number || ' 号凭证' as place, e.evidence,
                   case when count(*) over (partition by e.id) = 1 then fund.canonical(e.id) end as canonical,
                   fund.document(e.subject) as document
            from fund.entry e join fund.fund f on f.id = e.fund_id
            order by e.id
            """;

    private static final String VOUCHED = """
            select t.subject::text, t.after from audit.trail t where t.act = 'PostEntry' and t.done order by t.subject
            """;

    /** Each text that was made public, beside what the trail says of it. */
    private static final String DISCLOSED = """
            select d.number, d.document, t.after
            from fund.disclosure d
            left join audit.trail t on t.act = 'PublishDisclosure' and t.done and t.subject = d.id
            order by d.number
            """;

    private static final String FUNDS = "select count(*) from fund.fund";

    /** One statement a kind of difference; each row says a place. */
    private static final List<String> DIFFERENCES =
            List.of("""
            select f.number || ' ' || e.year || ' 年第 ' || e.number || ' 号凭证：借贷不平'
            from fund.entry e
            join fund.fund f on f.id = e.fund_id
            left join (select l.entry_id, sum(l.amount) filter (where l.lot_id is null) as money,
                              sum(l.amount) filter (where l.lot_id is not null) as used
                       from fund.line l group by l.entry_id) s on s.entry_id = e.id
            where s.entry_id is null or coalesce(s.money, 0) <> 0 or coalesce(s.used, 0) <> 0
            order by f.number, e.year, e.number
            """, """
            select f.number || ' ' || b.year || ' 年账簿：凭证号缺了或多了，应到 ' || b.last || ' 号，有 ' || count(e.id) || ' 张'
            from fund.book b
            join fund.fund f on f.id = b.fund_id
            left join fund.entry e on e.fund_id = b.fund_id and e.year = b.year
            group by f.number, b.year, b.last
            having count(e.id) <> b.last or coalesce(max(e.number), 0) <> b.last
            order by f.number, b.year
            """, """
            select f.number || ' ' || b.year || ' 年账簿：没有一张凭证，也没有结账'
            from fund.book b
            join fund.fund f on f.id = b.fund_id
            where not b.closed and not exists (select from fund.entry e where e.fund_id = b.fund_id and e.year = b.year)
            union all
            select f.number || ' ' || e.year || ' 年：有凭证，没有账簿'
            from fund.entry e
            join fund.fund f on f.id = e.fund_id
            where not exists (select from fund.book b where b.fund_id = e.fund_id and b.year = e.year)
            group by f.number, e.year
            """, """
            select f.number || ' 科目 ' || a.kind || '：余额 ' || a.balance || ' 分，逐笔重算 ' || coalesce(s.sum, 0) || ' 分'
            from fund.account a
            join fund.fund f on f.id = a.fund_id
            left join (select l.account_id, sum(l.amount) as sum from fund.line l group by l.account_id) s
                   on s.account_id = a.id
            where a.balance <> coalesce(s.sum, 0)
            order by f.number, a.id
            """, """
            select f.number || ' 来源 ' || l.title || '：收到、可用、已承诺、拨付中、已支出与逐笔重算不符'
            from fund.lot l
            join fund.fund f on f.id = l.fund_id
            left join (select d.lot_id,
                              sum(d.amount) filter (where a.kind = 'RECEIVED') as received,
                              -sum(d.amount) filter (where a.kind = 'AVAILABLE') as available,
                              -sum(d.amount) filter (where a.kind = 'COMMITTED') as committed,
                              -sum(d.amount) filter (where a.kind = 'IN_PAYMENT') as in_payment,
                              -sum(d.amount) filter (where a.kind = 'SPENT') as spent
                       from fund.line d join fund.account a on a.id = d.account_id
                       where d.lot_id is not null
                       group by d.lot_id) s on s.lot_id = l.id
            where (l.received, l.available, l.committed, l.in_payment, l.spent)
                  <> (coalesce(s.received, 0), coalesce(s.available, 0), coalesce(s.committed, 0),
                      coalesce(s.in_payment, 0), coalesce(s.spent, 0))
            order by f.number, l.id
            """, """
            select '分录 ' || l.entry_id || '：科目或来源是别的资金的'
            from fund.line l
            join fund.entry e on e.id = l.entry_id
            join fund.account a on a.id = l.account_id
            left join fund.lot t on t.id = l.lot_id
            where a.fund_id <> e.fund_id or t.fund_id <> e.fund_id
            order by l.entry_id
            """, """
            select '捐赠 ' || g.number || '、承诺：没有凭证' from fund.gift g
            where not exists (select from fund.entry e where e.subject = g.id and e.kind = 'GIFT')
            union all
            select '来源 ' || l.title || '：没有凭证' from fund.lot l
            where not exists (select from fund.entry e where e.subject = l.id)
            union all
            select '承诺 ' || m.case_number || '：没有凭证' from fund.grant_made m
            where not exists (select from fund.entry e where e.subject = m.id and e.kind = 'COMMIT')
            """, """
            select '信息公开 ' || d.number || '：与照同样凭证重算的不符'
            from fund.disclosure d
            where exists ((select s.item, s.purpose, s.many, s.amount
                           from fund.statement(d.fund_id, d.plan_id, d.years, d.numbers, d.net) s
                           except
                           select l.item, l.purpose, l.many, l.amount
                           from fund.disclosure_line l where l.disclosure_id = d.id)
                          union all
                          (select l.item, l.purpose, l.many, l.amount
                           from fund.disclosure_line l where l.disclosure_id = d.id
                           except
                           select s.item, s.purpose, s.many, s.amount
                           from fund.statement(d.fund_id, d.plan_id, d.years, d.numbers, d.net) s))
            order by d.number
            """, """
            select '变更用途，捐赠 ' || g.number || '：状态与凭证不符'
            from fund.purpose_change c join fund.gift g on g.id = c.gift_id
            where (c.state = 'CONFIRMED')
                  <> exists (select from fund.entry e where e.subject = c.id and e.kind = 'REPURPOSED')
            order by g.number
            """, """
            select f.number || ' ' || b.year || ' 年账簿：合上了，没有人核定过结账'
            from fund.book b
            join fund.fund f on f.id = b.fund_id
            where b.closed and not exists (select from fund.closing c
                                           where c.fund_id = b.fund_id and c.state = 'CLOSED'
                                             and coalesce(c.year, b.year) >= b.year)
            union all
            select f.number || ' ' || c.year || ' 年：核定结账了，账簿还开着'
            from fund.closing c
            join fund.fund f on f.id = c.fund_id
            where c.state = 'CLOSED' and c.year is not null
              and not exists (select from fund.book b where b.fund_id = c.fund_id and b.year = c.year and b.closed)
            union all
            select f.number || ' ' || e.year || ' 年第 ' || e.number || ' 号凭证：结账之后记进去的'
            from fund.entry e
            join fund.fund f on f.id = e.fund_id
            join fund.closing c on c.fund_id = e.fund_id and c.state = 'CLOSED' and c.year >= e.year
            where e.at > c.decided_at and e.subject <> c.id
            union all
            select f.number || ' ' || e.year || ' 年：结了账，' || a.kind || ' 没有转入净资产'
            from fund.line l
            join fund.entry e on e.id = l.entry_id
            join fund.book b on b.fund_id = e.fund_id and b.year = e.year and b.closed
            join fund.account a on a.id = l.account_id and fund.is_of_year(a.kind)
            join fund.fund f on f.id = e.fund_id
            group by f.number, e.year, a.kind
            having sum(l.amount) <> 0
            """, """
            select '批次 ' || b.number || '：状态与凭证不符' from fund.batch b
            where (b.state in ('RELEASED', 'SETTLED'))
                  <> exists (select from fund.entry e where e.subject = b.id and e.kind = 'RELEASE')
            order by b.number
            """, """
            select '拨付 ' || p.reference || '：状态与凭证不符'
            from fund.payment p
            cross join lateral (select count(distinct e.id) as entries,
                                       coalesce(-sum(l.amount) filter (where a.kind = 'SPENT'), 0) as spent
                                from fund.entry e
                                left join fund.line l on l.entry_id = e.id
                                left join fund.account a on a.id = l.account_id
                                where e.subject = p.id) s
            where not case p.state
                      -- 重付的没有来源负担
                      when 'PAID' then s.spent = p.amount - p.over
                      when 'PARTIAL' then s.spent = p.paid - p.over
                      when 'FAILED' then s.spent = 0 and s.entries > 0
                      else s.entries = 0 end
            order by p.reference
            """, """
            select '承诺 ' || m.case_number || '：状态与拨付、凭证不符'
            from fund.grant_made m
            cross join lateral (select coalesce(-sum(l.amount), 0) as spent
                                from fund.payment p
                                join fund.entry e on e.subject = p.id
                                join fund.line l on l.entry_id = e.id
                                join fund.account a on a.id = l.account_id and a.kind = 'SPENT'
                                where p.grant_id = m.id) s
            cross join lateral (select exists (select from fund.payment p
                                               where p.grant_id = m.id and p.state = 'SENT') as sent,
                                       coalesce(-sum(l.amount) filter (where e.kind = 'COMMIT'), 0) as promised,
                                       coalesce(sum(l.amount) filter (where e.kind = 'UNCOMMIT'), 0) as freed
                                from fund.entry e
                                join fund.line l on l.entry_id = e.id
                                join fund.account a on a.id = l.account_id and a.kind = 'COMMITTED'
                                where e.subject = m.id and e.kind in ('COMMIT', 'UNCOMMIT')) h
            -- 解除的只能是没有付的：承诺减去解除，就是还要付的和付了的
            where h.promised <> m.amount
               or not case m.state
                      when 'PAID' then s.spent = h.promised - h.freed and not h.sent
                      when 'CANCELLED' then s.spent = h.promised - h.freed and h.freed > 0 and not h.sent
                      when 'IN_PAYMENT' then h.sent
                      else s.spent < h.promised - h.freed and not h.sent end
            order by m.case_number
            """, """
            select '追回 ' || r.number || '：状态、退回的与凭证不符'
            from fund.recovery r
            cross join lateral (select coalesce(sum(l.amount) filter (where e.kind = 'RECOVERY_DUE' and l.amount > 0), 0) as due,
                                       coalesce(-sum(l.amount) filter (where e.kind = 'WRITTEN_OFF'), 0) as off
                                from fund.entry e
                                join fund.line l on l.entry_id = e.id
                                join fund.account a on a.id = l.account_id and a.kind = 'RECEIVABLE'
                                where e.subject = r.id) o
            cross join lateral (select coalesce(-sum(l.amount) filter (where a.kind = 'RECEIVABLE'), 0) as back,
                                       coalesce(sum(l.amount) filter (where a.kind = 'SPENT'), 0) as freed,
                                       count(distinct p.id) filter (where e.id is null) as bare,
                                       coalesce((select sum(q.amount) from fund.repayment q
                                                 where q.recovery_id = r.id and q.back_on is null), 0)
                                           as repaid
                                from fund.repayment p
                                left join fund.entry e on e.subject = p.id
                                left join fund.line l on l.entry_id = e.id
                                left join fund.account a on a.id = l.account_id
                                where p.recovery_id = r.id) b
            where b.bare > 0 or b.back <> r.repaid or b.freed <> r.repaid or b.repaid <> r.repaid
               or not case r.state
                      when 'ORDERED' then o.due = r.amount and o.off = 0 and r.repaid < r.amount
                      when 'RECOVERED' then o.due = r.amount and o.off = 0 and r.repaid = r.amount
                      when 'WRITTEN_OFF' then o.due = r.amount and o.off = r.amount - r.repaid
                      else o.due = 0 and o.off = 0 and r.repaid = 0 end
            order by r.number
            """, """
            select '追回 ' || r.number || '：核销后退回的与入账的不符'
            from fund.late_repayment l
            join fund.recovery r on r.id = l.recovery_id
            where (l.state = 'CONFIRMED')
                  <> exists (select from fund.repayment y
                             where y.id = l.id and y.recovery_id = l.recovery_id and y.amount = l.amount)
            order by r.number
            """, """
            select '重付 ' || p.reference || '：收回、核销与凭证不符'
            from fund.overpaid_over o
            join fund.payment p on p.id = o.payment_id
            cross join lateral (select coalesce(-sum(l.amount), 0) as fen
                                from fund.entry e
                                join fund.line l on l.entry_id = e.id
                                join fund.account a on a.id = l.account_id and a.kind = 'RECEIVABLE'
                                where e.subject = o.id) s
            where s.fen <> case when o.back_on is null then o.amount else 0 end
            order by p.reference
            """);

    private final Connection connection;
    private final @Nullable Vault vault;
    private final int most;
    private final List<String> first = new ArrayList<>();
    private long count;
    private long entries;

    public LedgerCheck(Connection connection) {
        this(connection, null, MOST);
    }

    /** @param vault opens the accounts; null where the keys are not: they are not compared then */
    public LedgerCheck(Connection connection, @Nullable Vault vault) {
        this(connection, vault, MOST);
    }

    LedgerCheck(Connection connection, @Nullable Vault vault, int most) {
        this.connection = connection;
        this.vault = vault;
        this.most = most;
    }

    /**
     * What was read and found.
     *
     * @param first some of the findings, each with its place
     * @param anew rows that migrations changed and anchored anew: which, when, by which migration
     * @param accounts how many accounts were compared with their prints; null without keys
     * @param unprinted how many of before have none yet, so that nothing was compared
     */
    public record Report(
            long funds,
            long entries,
            long count,
            List<String> first,
            List<String> anew,
            @Nullable Long accounts,
            long unprinted) {}

    public Report check() throws SQLException {
        entriesAgainstTrail();
        disclosedAgainstTrail();
        for (var sql : DIFFERENCES) {
            differences(sql);
        }
        for (var sql : CasesRecounted.where(connection)) {
            differences(sql);
        }
        var anew = new AnchorCheck(connection, WatchedTables.ALL, WatchedTables.ANEW, this::found).check();
        var accounts = vault == null ? null : new AccountCheck(connection, vault, this::found).check();
        return new Report(
                funds(),
                entries,
                count,
                List.copyOf(first),
                anew,
                accounts == null ? null : accounts.compared(),
                accounts == null ? 0 : accounts.unprinted());
    }

    /** Both in the order of the entries' ids: each entry has its digest, and each digest its entry. */
    private void entriesAgainstTrail() throws SQLException {
        try (var entryStatement = connection.prepareStatement(ENTRIES);
                var trailStatement = connection.prepareStatement(VOUCHED)) {
            entryStatement.setFetchSize(FETCH);
            trailStatement.setFetchSize(FETCH);
            try (var entry = entryStatement.executeQuery();
                    var vouched = trailStatement.executeQuery()) {
                boolean more = entry.next();
                boolean known = vouched.next();
                while (more || known) {
                    int order = !more ? 1 : !known ? -1 : entry.getString(1).compareTo(vouched.getString(1));
                    if (order > 0) {
                        found("凭证 " + vouched.getString(1) + "：留痕里有，账上没有，被删去了");
                    } else {
                        entries++;
                        judge(entry, order == 0 ? digest(vouched.getString(2)) : null);
                    }
                    more = order <= 0 ? entry.next() : more;
                    known = order >= 0 ? vouched.next() : known;
                }
            }
        }
    }

    private void judge(ResultSet entry, @Nullable String vouched) throws SQLException {
        var place = entry.getString("place");
        if (vouched == null) {
            found(place + "：留痕里没有，不是经记账进来的");
            return;
        }
        var canonical = entry.getString("canonical");
        if (canonical == null || !Digest.of(canonical).equals(vouched)) {
            found(place + "：与记账时不符，被改动过");
        }
        var document = entry.getString("document");
        if (document == null || !Digest.of(document).equals(entry.getString("evidence"))) {
            found(place + "：所依据的记录与记账时不符，被改动过");
        }
    }

    private static @Nullable String digest(@Nullable String after) {
        return Detail.read(null, null, after).changes().stream()
                .filter(change -> change.what().equals(Ledger.DIGEST))
                .map(Detail.Change::after)
                .findFirst()
                .orElse("");
    }

    private void disclosedAgainstTrail() throws SQLException {
        try (var statement = connection.prepareStatement(DISCLOSED);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var vouched = rows.getString("after");
                if (vouched == null || !vouched.contains(Digest.of(rows.getString("document")))) {
                    found("信息公开 " + rows.getString("number") + "：全文与公开时不符，被改动过");
                }
            }
        }
    }

    private void differences(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found(rows.getString(1));
            }
        }
    }

    private long funds() throws SQLException {
        try (var statement = connection.prepareStatement(FUNDS);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void found(String finding) {
        count++;
        if (first.size() < most) {
            first.add(finding);
        }
    }
}
