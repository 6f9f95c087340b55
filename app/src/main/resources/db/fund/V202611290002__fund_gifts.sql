-- 捐赠与承诺。捐赠的编号就是它那笔来源的编号：每一分钱从这里走到用处，都挂着它。
create table fund.gift (
    id             uuid    not null primary key references fund.lot,
    fund_id        uuid    not null references fund.fund,
    number         text    not null unique,
    code_now       bigint  not null,
    receipt        text    not null,
    donor          text    not null check (donor in ('PERSON', 'ORGANISATION', 'ANONYMOUS')),
    name           text,
    name_public    boolean not null,
    phone_sealed   bytea,
    credit_code    text,
    goods          text,
    amount         bigint  not null check (amount > 0),
    wish           text    not null,
    received_on    date    not null,
    query_sealed   bytea   not null,
    check ((donor = 'ANONYMOUS') = (name is null)),
    constraint gift_receipt unique (fund_id, receipt)
);
comment on table fund.gift is '捐赠：慈善组织已收到的，一笔一条，登记后不改';
comment on column fund.gift.number is '捐赠编号，印在给捐赠人的凭据上';
comment on column fund.gift.code_now is '资金管理单位所在区划，现行代码';
comment on column fund.gift.receipt is '慈善组织开出的捐赠票据号(财政统一监制)';
comment on column fund.gift.name_public is '捐赠人同意公开姓名(名称)；不同意的一律不公开(慈善法 第76条)';
comment on column fund.gift.phone_sealed is '联系电话，SM4 密文';
comment on column fund.gift.goods is '物资：品名、数量；空为货币';
comment on column fund.gift.amount is '金额或作价(分)';
comment on column fund.gift.wish is '捐赠人约定的用途，原话';
comment on column fund.gift.query_sealed is '查询码，SM4 密文：凭捐赠编号和查询码，捐赠人随时查用到了哪里';
create index gift_fund on fund.gift (fund_id, received_on desc, id desc);
create index gift_code on fund.gift (code_now);
grant select, insert on fund.gift to rongyi_app;
grant select, update on fund.gift to rongyi_job;
alter table fund.gift enable row level security;
alter table fund.gift force row level security;
create policy scope on fund.gift to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on fund.gift to rongyi_job using (true);
create policy owner on fund.gift for select to rongyi_owner using (true);

create table fund.grant_made (
    id             uuid        not null primary key,
    fund_id        uuid        not null references fund.fund,
    case_id        uuid        not null,
    case_number    text        not null,
    service        text        not null,
    purpose        text        not null,
    words          text        not null,
    person_id      uuid        not null,
    person_name    text        not null,
    in_kind        boolean     not null,
    amount         bigint      not null check (amount > 0),
    code_then      bigint      not null,
    code_now       bigint      not null,
    city           bigint      not null generated always as (code_now - code_now % 100000000) stored,
    county         bigint      not null generated always as (code_now - code_now % 1000000) stored,
    town           bigint      not null generated always as (code_now - code_now % 1000) stored,
    granted_on     date        not null,
    granted_at     timestamptz not null,
    granted_by     uuid        not null,
    payee          text        not null,
    bank           text,
    account_sealed bytea,
    state          text        not null check (state in ('WAITING', 'IN_BATCH', 'IN_PAYMENT', 'PAID', 'RETURNED', 'CANCELLED')),
    constraint grant_once unique (case_id, fund_id, in_kind)
);
comment on table fund.grant_made is '承诺：决定给谁多少，同一事务里从资金的可用转为已承诺；待拨付、已入批、拨付中、已付、退汇、解除';
comment on column fund.grant_made.service is '所依据的服务(办理事项)';
comment on column fund.grant_made.purpose is '用途(名录 fund.purpose)，决定能用哪些来源';
comment on column fund.grant_made.account_sealed is '收款账号，SM4 密文；物资没有';
comment on column fund.grant_made.state is '随凭证而变；./rongyi verify ledger 按凭证核对';
create index grant_fund on fund.grant_made (fund_id, state, granted_on, id);
create index grant_person on fund.grant_made (person_id, granted_on desc);
create index grant_case on fund.grant_made (case_id);
create index grant_code on fund.grant_made (code_now);
grant select, insert on fund.grant_made to rongyi_app;
grant update (state, payee, bank, account_sealed) on fund.grant_made to rongyi_app;
grant select on fund.grant_made to rongyi_self;
grant select, update on fund.grant_made to rongyi_job;
alter table fund.grant_made enable row level security;
alter table fund.grant_made force row level security;
create policy scope on fund.grant_made to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on fund.grant_made for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on fund.grant_made to rongyi_job using (true);
create policy owner on fund.grant_made for select to rongyi_owner using (true);

create or replace function fund.document(p_subject uuid) returns text
    language sql stable set search_path = '' set timezone = 'Asia/Shanghai'
    return (select string_agg(d.document, ' ' order by d.place)
            from (select 1 as place, jsonb_strip_nulls(to_jsonb(f))::text as document
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
                  from fund.grant_made m where m.id = p_subject) d);

-- 捐赠人凭编号和查询码找到自己那一笔；查询码由程序打开密文来比。
create function fund.gift_of(p_number text) returns table (id uuid, query_sealed bytea)
    language sql stable security definer set search_path = ''
    as $$ select g.id, g.query_sealed from fund.gift g where g.number = p_number $$;
revoke execute on function fund.gift_of from public;
grant execute on function fund.gift_of to rongyi_app, rongyi_self;

-- 一笔来源用到了哪里：只到县区，不说给了谁。县区照承诺时的代码。
create function fund.uses_of(p_lot uuid, p_limit integer)
    returns table (granted_on date, purpose text, words text, county bigint, amount bigint, state text)
    language sql stable security definer set search_path = ''
    as $$
        select m.granted_on, m.purpose, m.words, m.county, -l.amount, m.state
        from fund.line l
        join fund.account a on a.id = l.account_id and a.kind = 'COMMITTED'
        join fund.entry e on e.id = l.entry_id and e.kind = 'COMMIT'
        join fund.grant_made m on m.id = e.subject
        where l.lot_id = p_lot and l.amount < 0
        order by l.entry_id desc
        limit p_limit
    $$;
revoke execute on function fund.uses_of from public;
grant execute on function fund.uses_of to rongyi_app, rongyi_self;

-- 公开的捐赠：同意公开姓名(名称)的才有姓名；电话、票据号、查询码一概没有。
create function fund.published_gifts(p_fund uuid, p_after_on date, p_after_id uuid, p_limit integer)
    returns table (id uuid, received_on date, donor text, name text, goods text, amount bigint, wish text)
    language sql stable security definer set search_path = ''
    as $$
        select g.id, g.received_on, g.donor, case when g.name_public then g.name end, g.goods, g.amount, g.wish
        from fund.gift g
        join fund.lot l on l.id = g.id and l.received > 0 -- 冲回了的不在内
        where g.fund_id = p_fund
          and (p_after_on is null or (g.received_on, g.id) < (p_after_on, p_after_id))
        order by g.received_on desc, g.id desc
        limit p_limit
    $$;
revoke execute on function fund.published_gifts from public;
grant execute on function fund.published_gifts to rongyi_app, rongyi_self;
