-- 一笔来源用到了哪里：管理费用、资金终止转入别处的也列出；转入之后的用处接着列。
create or replace function fund.uses_of(p_lot uuid, p_limit integer)
    returns table (granted_on date, purpose text, words text, county bigint, amount bigint, state text)
    language sql stable security definer set search_path = ''
    as $$
        with recursive chain (lot) as (
            select p_lot
            union all
            select l.id from chain c join fund.lot l on l.origin = c.lot
        )
        select u.granted_on, u.purpose, u.words, u.county, u.amount, u.state
        from (select e.id, m.granted_on, m.purpose, m.words, m.county, -l.amount as amount, m.state
              from chain c
              join fund.line l on l.lot_id = c.lot and l.amount < 0
              join fund.account a on a.id = l.account_id and a.kind = 'COMMITTED'
              join fund.entry e on e.id = l.entry_id and e.kind = 'COMMIT'
              join fund.grant_made m on m.id = e.subject
              union all
              -- 由资金自己用的：说所在县区，即资金编号所指
              select e.id, e.happened_on, case e.kind when 'MANAGEMENT' then '管理费用' else '转入同类资金' end, e.words,
                     left(f.number, 6)::bigint * 1000000, -l.amount, 'PAID'
              from chain c
              join fund.line l on l.lot_id = c.lot and l.amount < 0
              join fund.account a on a.id = l.account_id and a.kind = 'SPENT'
              join fund.entry e on e.id = l.entry_id and e.kind in ('MANAGEMENT', 'HANDED_OVER')
              join fund.fund f on f.id = e.fund_id
              where not exists (select from fund.entry r where r.reverses = e.id)) u
        order by u.id desc
        limit p_limit
    $$;
