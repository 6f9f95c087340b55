-- 信息公开的人次，不算后来全数退回的；以前公开的，照当时的算法重算
alter table fund.disclosure add column net boolean not null default false;
comment on column fund.disclosure.net is '全数退汇、收回、追回的帮扶，人次和用途里是不是已经减去';

drop function fund.statement(uuid, uuid, integer[], integer[]);
create function fund.statement(p_fund uuid, p_plan uuid, p_years integer[], p_numbers integer[],
                               p_net boolean)
    returns table (item text, purpose text, many bigint, amount bigint)
    language sql stable security definer set search_path = ''
    as $$
        with upto as (
            select u.year, u.number from unnest(p_years, p_numbers) u (year, number)
        ), counted as (
            select e.id, e.kind, e.subject, e.reverses
            from fund.entry e join upto u on u.year = e.year and e.number <= u.number
            where e.fund_id = p_fund
        ), source as (
            select l.id, l.in_kind, l.purpose
            from fund.lot l
            where l.fund_id = p_fund
              and (p_plan is null
                   or l.id in (select g.id from fund.gift g where g.plan_id = p_plan
                               union all
                               select c.id from fund.purpose_change c join fund.gift g on g.id = c.gift_id
                               where g.plan_id = p_plan))
        ), moved as (
            select a.kind, l.amount, s.in_kind, s.purpose, m.purpose as given_for, m.id as grant_id,
                   c.kind = 'MANAGEMENT' or r.kind = 'MANAGEMENT' as management
            from counted c
            join fund.line l on l.entry_id = c.id
            join source s on s.id = l.lot_id
            join fund.account a on a.id = l.account_id
            left join fund.entry r on r.id = c.reverses
            left join fund.payment p on p.id = c.subject
            left join fund.repayment y on p_net and y.id = c.subject
            left join fund.recovery v on v.id = y.recovery_id
            left join fund.grant_made m on m.id = coalesce(p.grant_id, v.grant_id)
        ), helped as (
            select m.given_for, m.grant_id
            from moved m
            where m.kind = 'SPENT' and m.grant_id is not null
            group by m.given_for, m.grant_id
            having not p_net or sum(m.amount) <> 0
        ), gifts as (
            select count(*) as many
            from counted c join source s on s.id = c.subject
            where c.kind = 'GIFT' and not exists (select from counted r where r.reverses = c.id)
        ), found as (
            select 1 as place, 'RECEIVED' as item, null::text as purpose, (select g.many from gifts g) as many,
                   coalesce(sum(m.amount) filter (where m.kind = 'RECEIVED'), 0) as amount
            from moved m
            union all
            select 2, 'GOODS', null, 0, coalesce(sum(m.amount) filter (where m.kind = 'RECEIVED' and m.in_kind), 0) from moved m
            union all
            select 3, 'SPENT', null, (select count(*) from helped h),
                   coalesce(-sum(m.amount) filter (where m.kind = 'SPENT'), 0)
            from moved m
            union all
            select 4, 'SPENT_ON', m.given_for, (select count(*) from helped h where h.given_for = m.given_for), -sum(m.amount)
            from moved m where m.kind = 'SPENT' and m.given_for is not null
            group by m.given_for having sum(m.amount) <> 0
            union all
            select 5, 'MANAGEMENT', null, 0, coalesce(-sum(m.amount) filter (where m.kind = 'SPENT' and m.management), 0)
            from moved m
            union all
            select 6, 'OTHER', null, 0, coalesce(-sum(m.amount) filter (where m.kind = 'SPENT' and m.given_for is null
                                                                          and not coalesce(m.management, false)), 0)
            from moved m
            union all
            select 7, 'UNDER_WAY', null, 0, coalesce(-sum(m.amount) filter (where m.kind in ('COMMITTED', 'IN_PAYMENT')), 0)
            from moved m
            union all
            select 8, 'UNSPENT', null, 0, coalesce(-sum(m.amount) filter (where m.kind = 'AVAILABLE'), 0) from moved m
            union all
            select 9, 'UNSPENT_FOR', coalesce(m.purpose, ''), 0, -sum(m.amount)
            from moved m where m.kind = 'AVAILABLE'
            group by m.purpose having sum(m.amount) <> 0
        )
        select f.item, f.purpose, f.many::bigint, f.amount::bigint from found f order by f.place, f.purpose
    $$;
comment on function fund.statement(uuid, uuid, integer[], integer[], boolean) is '从凭证汇总；p_net：全数退回来的不算一次帮扶，退回的减在当初的用途里';
revoke execute on function fund.statement from public;
grant execute on function fund.statement to rongyi_app, rongyi_self, rongyi_job;
