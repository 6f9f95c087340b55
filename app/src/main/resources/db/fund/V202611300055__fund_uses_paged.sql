-- 捐赠用到了哪里：一页一页看；转入别的资金的不算支出，接着往下列；追回了多少写在那一笔上
drop function fund.uses_of(uuid, integer);

create function fund.uses_of(p_lots uuid[], p_after uuid, p_limit integer)
    returns table (entry uuid, part uuid, kind text, granted_on date, purpose text, words text, county bigint, amount bigint,
                   back bigint, state text)
    language sql stable security definer set search_path = ''
    as $$
        with recursive chain (lot, part) as (
            select l, l from unnest(p_lots) l
            union all
            select l.id, c.part from chain c join fund.lot l on l.origin = c.lot
        ), used as (
            select u.*
            from (select e.id, c.lot, c.part, 'GRANT' as kind, m.id as grant_id, m.granted_on, m.purpose, m.words, m.county,
                         -l.amount as amount, m.state
                  from chain c
                  join fund.line l on l.lot_id = c.lot and l.amount < 0
                  join fund.account a on a.id = l.account_id and a.kind = 'COMMITTED'
                  join fund.entry e on e.id = l.entry_id and e.kind = 'COMMIT'
                  join fund.grant_made m on m.id = e.subject
                  where p_after is null or e.id < p_after
                  union all
                  -- 由资金自己用的：说所在县区，即资金编号所指
                  select e.id, c.lot, c.part, e.kind, null, e.happened_on,
                         case e.kind when 'MANAGEMENT' then '管理费用' else '转入同类资金' end, e.words,
                         left(f.number, 6)::bigint * 1000000, -l.amount, 'PAID'
                  from chain c
                  join fund.line l on l.lot_id = c.lot and l.amount < 0
                  join fund.account a on a.id = l.account_id and a.kind = 'SPENT'
                  join fund.entry e on e.id = l.entry_id and e.kind in ('MANAGEMENT', 'HANDED_OVER')
                  join fund.fund f on f.id = e.fund_id
                  where (p_after is null or e.id < p_after)
                    and not exists (select from fund.entry r where r.reverses = e.id)) u
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
        order by u.id desc
    $$;
comment on function fund.uses_of(uuid[], uuid, integer) is '这些来源(连同转入别的资金的)用到了哪里，最近的在前，没有给了谁';
revoke execute on function fund.uses_of from public;
grant execute on function fund.uses_of to rongyi_app, rongyi_self;

create function fund.standing_of(p_lot uuid)
    returns table (received bigint, available bigint, committed bigint, in_payment bigint, spent bigint, handed bigint,
                   handed_to text)
    language sql stable security definer set search_path = ''
    as $$
        with recursive chain (lot) as (
            select p_lot
            union all
            select l.id from chain c join fund.lot l on l.origin = c.lot
        ), handed as (
            select coalesce(sum(l.received), 0) as fen, string_agg(distinct f.name, '、') as names
            from chain c
            join fund.lot l on l.id = c.lot and l.id <> p_lot
            join fund.fund f on f.id = l.fund_id
        )
        select min(l.received) filter (where l.id = p_lot), sum(l.available)::bigint, sum(l.committed)::bigint,
               sum(l.in_payment)::bigint, (sum(l.spent) - min(h.fen))::bigint,
               coalesce(sum(l.received) filter (where l.origin = p_lot), 0)::bigint, min(h.names)
        from chain c
        join fund.lot l on l.id = c.lot
        cross join handed h
    $$;
comment on function fund.standing_of(uuid) is '一笔来源连同它转入别的资金的：用了多少、还剩多少，转到了哪里';
revoke execute on function fund.standing_of(uuid) from public;
grant execute on function fund.standing_of(uuid) to rongyi_app, rongyi_self;
