-- 捐赠用到了哪里：用得多的一笔有几十万处，一页只看几十处。每个来源照凭证号从新到老读，读够一页就停；由资金自己用的很少，从凭证的
-- 类别找，不从来源的几十万行分录里找。答的和以前一样。
create index line_use on fund.line (lot_id, account_id, entry_id) where lot_id is not null and amount < 0;
comment on index fund.line_use is '来源的去向：承诺在「已承诺」贷方，一个来源的照凭证从新到老';
create index entry_own_use on fund.entry (fund_id, id) where kind in ('MANAGEMENT', 'HANDED_OVER');
comment on index fund.entry_own_use is '由资金自己用的：管理费用、转出结余';

create or replace function fund.uses_of(p_lots uuid[], p_after uuid, p_limit integer)
    returns table (entry uuid, part uuid, kind text, granted_on date, purpose text, words text, county bigint, amount bigint,
                   back bigint, state text)
    language sql stable security definer set search_path = ''
    as $$
        with recursive chain (lot, part) as (
            select l, l from unnest(p_lots) l
            union all
            select l.id, c.part from chain c join fund.lot l on l.origin = c.lot
        ), used as (
            select u.*, c.lot, c.part
            from chain c
            join fund.lot o on o.id = c.lot
            join fund.account committed on committed.fund_id = o.fund_id and committed.kind = 'COMMITTED'
            join fund.account spent on spent.fund_id = o.fund_id and spent.kind = 'SPENT'
            cross join lateral (
                (select e.id, 'GRANT' as kind, m.id as grant_id, m.granted_on, m.purpose, m.words, m.county,
                        -l.amount as amount, m.state
                 from fund.line l
                 join fund.entry e on e.id = l.entry_id and e.kind = 'COMMIT'
                 join fund.grant_made m on m.id = e.subject
                 where l.lot_id = c.lot and l.account_id = committed.id and l.amount < 0
                   and l.entry_id < coalesce(p_after, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                 order by l.entry_id desc
                 limit p_limit)
                union all
                -- 由资金自己用的：说所在县区，即资金编号所指
                (select e.id, e.kind, null, e.happened_on,
                        case e.kind when 'MANAGEMENT' then '管理费用' else '转入同类资金' end, e.words,
                        left(f.number, 6)::bigint * 1000000, -l.amount, 'PAID'
                 from fund.entry e
                 join fund.line l on l.entry_id = e.id and l.lot_id = c.lot and l.account_id = spent.id and l.amount < 0
                 join fund.fund f on f.id = e.fund_id
                 where e.fund_id = o.fund_id and e.kind in ('MANAGEMENT', 'HANDED_OVER')
                   and e.id < coalesce(p_after, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                   and not exists (select from fund.entry r where r.reverses = e.id)
                 order by e.id desc
                 limit p_limit)) u
            order by u.id desc
            limit p_limit
        )
        select u.id, u.part, u.kind, u.granted_on, u.purpose, u.words, u.county, u.amount,
               coalesce((select sum(b.amount)
                         from fund.recovery r
                         join fund.repayment y on y.recovery_id = r.id
                         join fund.entry x on x.subject = y.id
                         join fund.line b on b.entry_id = x.id and b.lot_id = u.lot
                         join fund.account k on k.id = b.account_id and k.kind = 'SPENT'
                         where r.grant_id = u.grant_id), 0)::bigint,
               u.state
        from used u
        order by u.id desc, u.lot
    $$;
