package org.rongyi.care.fund.ledger;

import java.util.List;

/** 账内互校: what balances, sources, promises, payments and what came back must say of each other, recounted from the entries. */
final class BooksRecounted {

    /** One statement a kind of difference; each row says a place. */
    static final List<String> DIFFERENCES =
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

    private BooksRecounted() {}
}
