-- 信息公开(docs/decisions/0034)：某一刻从凭证汇总出来，从此不变；凭证号写在里面，谁都可以照着重算。
create table fund.disclosure (
    id           uuid        not null primary key,
    fund_id      uuid        not null references fund.fund,
    plan_id      uuid,
    code_now     bigint      not null,
    number       text        not null unique,
    as_of        date        not null,
    years        integer[]   not null,
    numbers      integer[]   not null,
    document     text        not null,
    digest       text        not null,
    published_by uuid        not null,
    by_name      text        not null,
    published_at timestamptz not null,
    foreign key (fund_id, plan_id) references fund.raising_plan (fund_id, id),
    constraint disclosure_once_a_day unique nulls not distinct (fund_id, plan_id, as_of),
    check (cardinality(years) = cardinality(numbers))
);
comment on table fund.disclosure is '信息公开：一项基金或一个募捐方案，截至某一天，收到多少、用到哪里、还剩多少';
comment on column fund.disclosure.code_now is '资金管理单位所在区划，现行代码';
comment on column fund.disclosure.plan_id is '哪个募捐方案；空为整项基金';
comment on column fund.disclosure.years is '汇总了哪些年的账簿，与 numbers 对应';
comment on column fund.disclosure.numbers is '各年汇总到第几号凭证';
comment on column fund.disclosure.document is '公开的全文，一个字不再变';
comment on column fund.disclosure.digest is '全文的摘要(SM3)，也在留痕里';
create index disclosure_fund on fund.disclosure (fund_id, as_of desc, id desc);
create index disclosure_code on fund.disclosure (code_now);

create table fund.disclosure_line (
    disclosure_id uuid    not null references fund.disclosure,
    line          integer not null,
    code_now      bigint  not null,
    item          text    not null,
    purpose       text,
    many          bigint  not null,
    amount        bigint  not null,
    primary key (disclosure_id, line)
);
comment on table fund.disclosure_line is '信息公开的每一项数字(分)';
create index disclosure_line_code on fund.disclosure_line (code_now);

create trigger only_grows before delete or truncate on fund.disclosure for each statement execute function fund.forbid();
create trigger only_grows before delete or truncate on fund.disclosure_line for each statement execute function fund.forbid();

do $$
declare t text;
begin
    foreach t in array array['disclosure', 'disclosure_line'] loop
        execute format('alter table fund.%I enable row level security', t);
        execute format('alter table fund.%I force row level security', t);
        execute format('create policy scope on fund.%I to rongyi_app '
                       'using (case when code_now <@ (select kernel.scope_ranges()) then true else false end) '
                       'with check (code_now <@ (select kernel.scope_ranges()))', t);
        execute format('create policy job on fund.%I to rongyi_job using (true)', t);
        execute format('create policy owner on fund.%I for select to rongyi_owner using (true)', t);
        execute format('grant select, insert on fund.%I to rongyi_app', t);
        execute format('grant select on fund.%I to rongyi_job', t);
        execute format('grant update (code_now) on fund.%I to rongyi_job', t);
    end loop;
end $$;

-- 从凭证汇总：各年到第几号凭证为止。p_plan 为空是整项基金，否则只算随这个方案来的捐赠(和它们变更来的)。
-- 没有谁捐的、给了谁，只有数字。
create function fund.statement(p_fund uuid, p_plan uuid, p_years integer[], p_numbers integer[])
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
            left join fund.grant_made m on m.id = p.grant_id
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
            select 3, 'SPENT', null, count(distinct m.grant_id) filter (where m.kind = 'SPENT'),
                   coalesce(-sum(m.amount) filter (where m.kind = 'SPENT'), 0)
            from moved m
            union all
            select 4, 'SPENT_ON', m.given_for, count(distinct m.grant_id), -sum(m.amount)
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
revoke execute on function fund.statement from public;
grant execute on function fund.statement to rongyi_app, rongyi_self, rongyi_job;

-- 公开的：一项基金的全部，或其中一份；谁都看得到，没有经办人以外的姓名。
create function fund.published_disclosures(p_fund uuid, p_id uuid)
    returns table (id uuid, fund_id uuid, plan_id uuid, number text, as_of date, years integer[], numbers integer[],
                   document text, digest text)
    language sql stable security definer set search_path = ''
    as $$
        select d.id, d.fund_id, d.plan_id, d.number, d.as_of, d.years, d.numbers, d.document, d.digest
        from fund.disclosure d
        where (p_fund is null or d.fund_id = p_fund) and (p_id is null or d.id = p_id)
          and (p_fund is not null or p_id is not null)
        order by d.as_of desc, d.id desc
    $$;
create function fund.published_lines(p_id uuid)
    returns table (line integer, item text, purpose text, many bigint, amount bigint)
    language sql stable security definer set search_path = ''
    as $$
        select l.line, l.item, l.purpose, l.many, l.amount
        from fund.disclosure_line l where l.disclosure_id = p_id order by l.line
    $$;
revoke execute on function fund.published_disclosures, fund.published_lines from public;
grant execute on function fund.published_disclosures, fund.published_lines to rongyi_app, rongyi_self;
