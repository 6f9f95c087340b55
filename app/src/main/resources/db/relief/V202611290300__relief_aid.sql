-- 困难帮扶援助：申请了什么、核查了什么、决定了什么；办到哪里在办件里。
create schema relief;
grant usage on schema relief to rongyi_app, rongyi_self, rongyi_job;

create table relief.aid (
    id               uuid    not null primary key,
    person_id        uuid    not null references person.person,
    person_name      text    not null,
    code_then        bigint  not null,
    code_now         bigint  not null,
    city             bigint  not null generated always as (code_now - code_now % 100000000) stored,
    county           bigint  not null generated always as (code_now - code_now % 1000000) stored,
    town             bigint  not null generated always as (code_now - code_now % 1000) stored,
    applied_on       date    not null,
    standing         text    not null check (standing in ('VETERAN', 'OTHER_OBJECT', 'NEITHER')),
    situation        text    not null check (situation in ('DISABLED', 'JOBLESS', 'RELAPSE', 'ACCIDENT', 'OTHER')),
    occurred_on      date    not null,
    wished           text[]  not null,
    materials        text[]  not null,
    need_id          uuid,
    visit_id         uuid,
    words_sealed     bytea   not null,
    diagnosis_sealed bytea,
    economy_sealed   bytea,
    account_sealed   bytea,
    first_on         date,
    first_modes      text[],
    first_fen        bigint check (first_fen >= 0),
    first_by         text,
    check_on         date,
    check_visitors   text[],
    check_visit      uuid,
    registered       text check (registered in ('YES', 'NO')),
    repeat_accepted  boolean,
    found_sealed     bytea,
    decided_on       date,
    granted_modes    text[],
    granted_fen      bigint check (granted_fen >= 0),
    payer            text,
    basis_sealed     bytea,
    version          integer not null default 1
);
comment on table relief.aid is '困难帮扶援助：申请、核查、核定，编号即办件编号';
comment on column relief.aid.id is '办件';
comment on column relief.aid.code_then is '申请时的村（社区）';
comment on column relief.aid.standing is '申请时按档案类别认定的对象';
comment on column relief.aid.situation is '援助情形（政策参数名录 relief.hardship.situation）';
comment on column relief.aid.occurred_on is '哪天发生的，或从哪天开始';
comment on column relief.aid.wished is '希望的方式（名录 relief.hardship.mode）';
comment on column relief.aid.materials is '已经有的材料（名录 relief.hardship.material）';
comment on column relief.aid.need_id is '由它提出的需求';
comment on column relief.aid.visit_id is '由它提出的走访';
comment on column relief.aid.words_sealed is '困难情况、再次申请的理由，SM4 密文';
comment on column relief.aid.diagnosis_sealed is '病情、诊断，SM4 密文';
comment on column relief.aid.economy_sealed is '家庭经济状况，SM4 密文';
comment on column relief.aid.account_sealed is '收款卡号，SM4 密文';
comment on column relief.aid.first_on is '先行帮扶的日期；不是先行帮扶的没有';
comment on column relief.aid.first_fen is '先行帮扶的金额，分';
comment on column relief.aid.check_visit is '入户核查用的走访记录';
comment on column relief.aid.registered is '审核的人核对的户籍是否在本省';
comment on column relief.aid.repeat_accepted is '审核的人认定再次申请的理由是否正当';
comment on column relief.aid.found_sealed is '入户看到的情况，SM4 密文';
comment on column relief.aid.granted_fen is '核定金额，分；实物按价值';
comment on column relief.aid.payer is '由谁出：资金的编号，或名录 relief.payer 的代码';
comment on column relief.aid.basis_sealed is '决定时的事实、参数和结论，SM4 密文，可以重算';
create index aid_person on relief.aid (person_id);
create index aid_village on relief.aid (code_now, applied_on desc, id desc);
create index aid_town on relief.aid (town, applied_on desc, id desc);
create index aid_county on relief.aid (county, applied_on desc, id desc);
create index aid_city on relief.aid (city, applied_on desc, id desc);
create index aid_province on relief.aid (applied_on desc, id desc);
create index aid_need on relief.aid (need_id) where need_id is not null;

grant select, insert, update on relief.aid to rongyi_app;
-- 本人看不到决定依据里的核查和文书，也改不了核定的
grant select (id, person_id, person_name, code_then, code_now, city, county, town, applied_on, standing, situation,
              occurred_on, wished, materials, need_id, visit_id, words_sealed, diagnosis_sealed, economy_sealed,
              account_sealed, first_on, first_modes, first_fen, first_by, check_on, check_visitors, check_visit, registered,
              repeat_accepted, found_sealed, decided_on, granted_modes, granted_fen, payer, version),
    insert,
    update (situation, occurred_on, wished, materials, words_sealed, diagnosis_sealed, economy_sealed, account_sealed,
            version)
    on relief.aid to rongyi_self;
grant select, update on relief.aid to rongyi_job;

alter table relief.aid enable row level security;
alter table relief.aid force row level security;
create policy scope on relief.aid to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on relief.aid to rongyi_self
    using (person_id = (select kernel.self_person()))
    with check (person_id = (select kernel.self_person()));
create policy job on relief.aid to rongyi_job using (true) with check (true);
create policy owner on relief.aid for select to rongyi_owner using (true);

-- 不予援助的情形：主管机关有日期的文书；本人和村里看不到。
create table relief.bar (
    id              uuid        not null primary key,
    person_id       uuid        not null references person.person,
    code_now        bigint      not null,
    kind            text        not null,
    on_day          date        not null,
    document_sealed bytea       not null,
    body            text        not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    withdrawn_why   text,
    withdrawn_by    text,
    version         integer     not null default 1
);
comment on table relief.bar is '不予帮扶援助的情形，凭主管机关的文书';
comment on column relief.bar.kind is '情形（名录 relief.hardship.bar）';
comment on column relief.bar.on_day is '文书的日期';
comment on column relief.bar.document_sealed is '文书的名称和文号，SM4 密文';
comment on column relief.bar.body is '出具文书的机关';
comment on column relief.bar.withdrawn_why is '登记错了，为什么撤销';
create index bar_person on relief.bar (person_id);
create index bar_code on relief.bar (code_now);

grant select, insert, update on relief.bar to rongyi_app;
grant select, update on relief.bar to rongyi_job;

alter table relief.bar enable row level security;
alter table relief.bar force row level security;
create policy scope on relief.bar to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on relief.bar to rongyi_job using (true) with check (true);
create policy owner on relief.bar for select to rongyi_owner using (true);

create function relief.knows(person uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
        select exists (select from person.place p
                       where p.person_id = person and p.valid_to is null and p.code_now <@ (select kernel.scope_ranges()))
            or exists (select from relief.aid a
                       where a.person_id = person and a.code_now <@ (select kernel.scope_ranges()))
    $$;
comment on function relief.knows(uuid) is '这个人的档案或申请是否在查询者的范围内';

create function relief.earlier_of(person uuid, but uuid)
    returns table (situation text, occurred_on date, applied_on date, code_now bigint, state text, granted_fen bigint)
    language sql stable security definer set search_path = ''
    as $$
        select a.situation, a.occurred_on, a.applied_on, a.code_now,
               case when c.result = 'AGREED' or c.state in ('DECIDED', 'CLOSED') and a.first_fen is not null then 'GRANTED'
                    when c.state in ('DECIDED', 'CLOSED') then 'REFUSED'
                    else 'OPEN' end,
               case when c.result = 'AGREED' then coalesce(a.granted_fen, 0) else coalesce(a.first_fen, 0) end
        from relief.aid a
        join approval.case_file c on c.id = a.id
        where a.person_id = person and a.id <> but and (select relief.knows(person))
        order by a.applied_on desc, a.id
    $$;
comment on function relief.earlier_of(uuid, uuid) is '同一个人在全省的其他申请：只有情形、日期、地方、办到哪里和金额';

create function relief.bars_of(person uuid)
    returns table (id uuid, kind text, on_day date, document_sealed bytea, body text)
    language sql stable security definer set search_path = ''
    as $$
        select b.id, b.kind, b.on_day, b.document_sealed, b.body
        from relief.bar b
        where b.person_id = person and b.withdrawn_why is null and (select relief.knows(person))
        order by b.on_day desc, b.id
    $$;
comment on function relief.bars_of(uuid) is '全省登记的不予援助的情形，给审核的人对照';

revoke all on function relief.knows(uuid), relief.earlier_of(uuid, uuid), relief.bars_of(uuid) from public;
grant execute on function relief.earlier_of(uuid, uuid), relief.bars_of(uuid) to rongyi_app;
