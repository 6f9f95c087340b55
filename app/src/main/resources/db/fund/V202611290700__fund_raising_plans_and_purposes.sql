-- 募捐方案、变更捐赠用途(docs/decisions/0034)。
create table fund.raising_plan (
    id            uuid        not null primary key,
    fund_id       uuid        not null references fund.fund,
    code_now      bigint      not null,
    title         text        not null,
    starts_on     date        not null,
    ends_on       date        not null,
    area          text        not null,
    purpose       text        not null,
    ways          text[]      not null check (cardinality(ways) > 0 and ways <@ array['ONSITE', 'EVENT', 'MEDIA', 'PLATFORM']),
    leader        text        not null,
    remainder     text        not null,
    emergency     boolean     not null,
    filing        text,
    filed_on      date,
    filing_by     uuid,
    filing_name   text,
    registered_by uuid        not null,
    by_name       text        not null,
    registered_at timestamptz not null,
    check (ends_on >= starts_on),
    check ((filing is null) = (filed_on is null) and (filing is null) = (filing_by is null)),
    constraint plan_filed_before_it_starts check (emergency or filing is not null),
    constraint plan_filing unique (filing),
    constraint plan_title unique (fund_id, title),
    unique (fund_id, id)
);
comment on table fund.raising_plan is '募捐方案：慈善组织向民政部门备案的公开募捐活动；本系统不收款';
comment on column fund.raising_plan.code_now is '资金管理单位所在区划，现行代码';
comment on column fund.raising_plan.purpose is '募捐目的和款物用途，方案原话';
comment on column fund.raising_plan.ways is '方式：现场、活动、媒体、指定的互联网平台';
comment on column fund.raising_plan.remainder is '剩余财产怎么处理，方案原话';
comment on column fund.raising_plan.emergency is '突发事件应急募捐：可以先募捐，期限内补办备案，期间按日公开';
comment on column fund.raising_plan.filing is '备案编号；应急的可以后补';
create index raising_plan_fund on fund.raising_plan (fund_id, starts_on desc, id desc);
create index raising_plan_code on fund.raising_plan (code_now);

alter table fund.gift add column plan_id uuid;
alter table fund.gift add constraint gift_plan foreign key (fund_id, plan_id) references fund.raising_plan (fund_id, id);
comment on column fund.gift.plan_id is '随哪个募捐方案而来；空为不是公开募捐来的';
create index gift_plan on fund.gift (plan_id, received_on desc, id desc) where plan_id is not null;

create table fund.purpose_change (
    id            uuid        not null primary key,
    fund_id       uuid        not null references fund.fund,
    gift_id       uuid        not null references fund.gift,
    lot_id        uuid        not null references fund.lot,
    code_now      bigint      not null,
    basis         text        not null check (basis in ('CONSENT', 'FILING', 'REMAINDER')),
    paper         text        not null,
    agreed_on     date        not null,
    amount        bigint      not null check (amount > 0),
    purpose       text,
    place_then    bigint,
    place_now     bigint,
    until         date,
    wish          text        not null,
    state         text        not null check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED')),
    proposed_by   uuid        not null,
    proposed_for  uuid,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_name  text,
    decided_at    timestamptz,
    decided_on    date,
    decided_words text,
    check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_on is null)),
    constraint purpose_confirmed_by_another
        check (decided_by is null or decided_by not in (proposed_by, coalesce(proposed_for, proposed_by)))
);
comment on table fund.purpose_change is '变更捐赠用途：没用的部分，凭捐赠人书面同意(或方案变更备案、剩余财产处理决定)，一人提出、另一人核定，转成一笔新来源';
comment on column fund.purpose_change.id is '核定之后，也是新来源的编号';
comment on column fund.purpose_change.gift_id is '原来那笔捐赠；变更过的再变更，还是它';
comment on column fund.purpose_change.lot_id is '从哪笔来源转出';
comment on column fund.purpose_change.paper is '谁签的字，或备案编号、决定文号';
comment on column fund.purpose_change.wish is '改为什么用途，公开的原话';
create unique index purpose_change_open on fund.purpose_change (lot_id) where state = 'PROPOSED';
create index purpose_change_gift on fund.purpose_change (gift_id, id);
create index purpose_change_fund on fund.purpose_change (fund_id, proposed_at desc) where state = 'PROPOSED';
create index purpose_change_code on fund.purpose_change (code_now);

do $$
declare t text;
begin
    foreach t in array array['raising_plan', 'purpose_change'] loop
        execute format('alter table fund.%I enable row level security', t);
        execute format('alter table fund.%I force row level security', t);
        execute format('create policy scope on fund.%I to rongyi_app '
                       'using (case when code_now <@ (select kernel.scope_ranges()) then true else false end) '
                       'with check (code_now <@ (select kernel.scope_ranges()))', t);
        execute format('create policy job on fund.%I to rongyi_job using (true)', t);
        execute format('create policy owner on fund.%I for select to rongyi_owner using (true)', t);
        execute format('grant select, insert on fund.%I to rongyi_app', t);
        execute format('grant select, update on fund.%I to rongyi_job', t);
    end loop;
end $$;
grant update (filing, filed_on, filing_by, filing_name) on fund.raising_plan to rongyi_app;
grant update (state, decided_by, decided_name, decided_at, decided_on, decided_words) on fund.purpose_change to rongyi_app;

-- 公开的募捐方案：谁都看得到。
create function fund.published_plans(p_fund uuid)
    returns table (id uuid, title text, filing text, filed_on date, starts_on date, ends_on date, area text, purpose text,
                   ways text[], leader text, remainder text, emergency boolean)
    language sql stable security definer set search_path = ''
    as $$
        select p.id, p.title, p.filing, p.filed_on, p.starts_on, p.ends_on, p.area, p.purpose, p.ways, p.leader, p.remainder,
               p.emergency
        from fund.raising_plan p
        where p.fund_id = p_fund
        order by p.starts_on desc, p.id desc
    $$;
revoke execute on function fund.published_plans from public;
grant execute on function fund.published_plans to rongyi_app, rongyi_self;

-- 一笔捐赠变更过几次用途，公开：不说谁签的字。
create function fund.changes_of(p_gift uuid)
    returns table (id uuid, lot_id uuid, basis text, agreed_on date, decided_on date, amount bigint, wish text)
    language sql stable security definer set search_path = ''
    as $$
        select c.id, c.lot_id, c.basis, c.agreed_on, c.decided_on, c.amount, c.wish
        from fund.purpose_change c
        where c.gift_id = p_gift and c.state = 'CONFIRMED'
        order by c.decided_at, c.id
    $$;
revoke execute on function fund.changes_of from public;
grant execute on function fund.changes_of to rongyi_app, rongyi_self;

-- 全部转走的捐赠还是捐赠，照样公开；冲回了的不在内。
create or replace function fund.published_gifts(p_fund uuid, p_after_on date, p_after_id uuid, p_limit integer)
    returns table (id uuid, received_on date, donor text, name text, goods text, amount bigint, wish text)
    language sql stable security definer set search_path = ''
    as $$
        select g.id, g.received_on, g.donor, case when g.name_public then g.name end, g.goods, g.amount, g.wish
        from fund.gift g
        join fund.lot l on l.id = g.id
        where g.fund_id = p_fund and (p_after_on is null or (g.received_on, g.id) < (p_after_on, p_after_id))
          and (l.received > 0
               or exists (select from fund.purpose_change c where c.gift_id = g.id and c.state = 'CONFIRMED'))
        order by g.received_on desc, g.id desc
        limit p_limit
    $$;

create or replace function fund.document(p_subject uuid) returns text
    language sql stable set search_path = '' set timezone = 'Asia/Shanghai'
    return (select string_agg(d.document, ' ' order by d.place)
            from (-- 终止的日子后来才有
                  select 1 as place, jsonb_strip_nulls(to_jsonb(f) - 'closed_on')::text as document
                  from fund.fund f where f.id = p_subject
                  union all
                  select 2, jsonb_strip_nulls(to_jsonb(l) - array['place_now', 'received', 'available', 'committed',
                                                                  'in_payment', 'spent'])::text
                  from fund.lot l where l.id = p_subject
                  union all
                  -- 密文换了密钥就变，不入内；它们自带校验
                  select 3, jsonb_strip_nulls(to_jsonb(g) - array['code_now', 'phone_sealed', 'query_sealed'])::text
                  from fund.gift g where g.id = p_subject
                  union all
                  select 4, jsonb_strip_nulls(to_jsonb(m) - array['code_now', 'city', 'county', 'town', 'state', 'payee',
                                                                  'bank', 'account_sealed'])::text
                  from fund.grant_made m where m.id = p_subject
                  union all
                  -- 拨付之后批次只会办结
                  select 5, jsonb_strip_nulls(to_jsonb(b) - array['code_now', 'state', 'settled_at'])::text
                  from fund.batch b where b.id = p_subject
                  union all
                  -- 银行答复了什么，在凭证的分录里；后来认定不符，另有凭证
                  select 6, jsonb_strip_nulls(to_jsonb(p) - array['code_now', 'state', 'account_sealed', 'paid', 'used',
                                                                  'over', 'paid_on', 'reason'])::text
                  from fund.payment p where p.id = p_subject
                  union all
                  select 7, jsonb_strip_nulls(to_jsonb(c))::text
                  from fund.closing c where c.id = p_subject
                  union all
                  -- 核定之后不再变
                  select 8, jsonb_strip_nulls(to_jsonb(c) - array['code_now', 'place_now'])::text
                  from fund.purpose_change c where c.id = p_subject) d);
