-- 应急救助：申请了什么、入户看到什么、县级审批多少、省厅从收益里拨付；办到哪里在办件里。
create table relief.emergency (
    id               uuid    not null primary key,
    person_id        uuid    not null references person.person,
    person_name      text    not null,
    code_then        bigint  not null,
    code_now         bigint  not null,
    city             bigint  not null generated always as (code_now - code_now % 100000000) stored,
    county           bigint  not null generated always as (code_now - code_now % 1000000) stored,
    town             bigint  not null generated always as (code_now - code_now % 1000) stored,
    applied_on       date    not null,
    object           text    not null,
    kind             text    not null check (kind in ('ILLNESS', 'EVENT', 'FAMILY', 'OTHER')),
    occurred_on      date    not null,
    other_aid        text    not null check (other_aid in ('YES', 'NO', 'UNKNOWN')),
    materials        text[]  not null,
    need_id          uuid,
    visit_id         uuid,
    aid_id           uuid,
    words_sealed     bytea   not null,
    diagnosis_sealed bytea,
    economy_sealed   bytea   not null,
    account_sealed   bytea,
    check_on         date,
    check_visitors   text[],
    check_visit      uuid,
    registered       text    check (registered in ('YES', 'NO')),
    found_sealed     bytea,
    decided_on       date,
    granted_fen      bigint  check (granted_fen > 0),
    basis_sealed     bytea,
    paid_on          date,
    fund_id          uuid,
    version          integer not null default 1,
    constraint emergency_paid_by_a_fund check (paid_on is null or fund_id is not null and granted_fen is not null)
);
comment on table relief.emergency is '应急救助：申请、入户、审批、拨付，编号即办件编号';
comment on column relief.emergency.id is '办件';
comment on column relief.emergency.code_then is '申请时的村（社区）：户籍地';
comment on column relief.emergency.object is '申请时按档案类别认定的对象；不是对象的为空文字';
comment on column relief.emergency.kind is '救助类别（政策参数名录 relief.emergency.kind）';
comment on column relief.emergency.occurred_on is '哪天发生的';
comment on column relief.emergency.other_aid is '按规定先办的医保、医疗救助、社会救助办过没有';
comment on column relief.emergency.materials is '已经有的材料（名录 relief.emergency.material）';
comment on column relief.emergency.need_id is '由它提出的需求';
comment on column relief.emergency.visit_id is '由它提出的走访';
comment on column relief.emergency.aid_id is '由它提出的困难帮扶援助办件';
comment on column relief.emergency.words_sealed is '困难情况，SM4 密文';
comment on column relief.emergency.diagnosis_sealed is '病情、诊断，SM4 密文';
comment on column relief.emergency.economy_sealed is '家庭经济状况，SM4 密文';
comment on column relief.emergency.account_sealed is '收款卡号，SM4 密文';
comment on column relief.emergency.check_visit is '入户核查用的走访记录';
comment on column relief.emergency.registered is '初审的人核对的户籍是否在本省';
comment on column relief.emergency.found_sealed is '入户看到的情况，SM4 密文';
comment on column relief.emergency.granted_fen is '审批的金额，分';
comment on column relief.emergency.basis_sealed is '决定时的事实、参数和结论，SM4 密文，可以重算';
comment on column relief.emergency.paid_on is '省厅拨付、从基金收益里留出的日期';
comment on column relief.emergency.fund_id is '拨付的基金';
create index emergency_person on relief.emergency (person_id);
create index emergency_village on relief.emergency (code_now, applied_on desc, id desc);
create index emergency_town on relief.emergency (town, applied_on desc, id desc);
create index emergency_county on relief.emergency (county, applied_on desc, id desc);
create index emergency_city on relief.emergency (city, applied_on desc, id desc);
create index emergency_province on relief.emergency (applied_on desc, id desc);
create index emergency_need on relief.emergency (need_id) where need_id is not null;
create index emergency_unpaid on relief.emergency (id) where granted_fen is not null and paid_on is null;

grant select, insert, update on relief.emergency to rongyi_app;
-- 本人看不到决定的依据，改不了审批的
grant select (id, person_id, person_name, code_then, code_now, city, county, town, applied_on, object, kind, occurred_on,
              other_aid, materials, need_id, visit_id, aid_id, words_sealed, diagnosis_sealed, economy_sealed,
              account_sealed, check_on, check_visitors, check_visit, registered, found_sealed, decided_on, granted_fen,
              paid_on, fund_id, version),
    insert,
    update (kind, occurred_on, other_aid, materials, words_sealed, diagnosis_sealed, economy_sealed, account_sealed, version)
    on relief.emergency to rongyi_self;
grant select, update on relief.emergency to rongyi_job;

alter table relief.emergency enable row level security;
alter table relief.emergency force row level security;
create policy scope on relief.emergency to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on relief.emergency to rongyi_self
    using (person_id = (select kernel.self_person()))
    with check (person_id = (select kernel.self_person()));
create policy job on relief.emergency to rongyi_job using (true) with check (true);
create policy owner on relief.emergency for select to rongyi_owner using (true);

create or replace function relief.knows(person uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
        select exists (select from person.place p
                       where p.person_id = person and p.valid_to is null and p.code_now <@ (select kernel.scope_ranges()))
            or exists (select from relief.aid a
                       where a.person_id = person and a.code_now <@ (select kernel.scope_ranges()))
            or exists (select from relief.emergency e
                       where e.person_id = person and e.code_now <@ (select kernel.scope_ranges()))
            or person = (select kernel.self_person())
    $$;

create function relief.emergency_of(person uuid, but uuid)
    returns table (kind text, occurred_on date, applied_on date, code_now bigint, state text, granted_fen bigint, paid_on date)
    language sql stable security definer set search_path = ''
    as $$
        select e.kind, e.occurred_on, e.applied_on, e.code_now,
               case when c.result = 'AGREED' then 'GRANTED'
                    when c.state in ('DECIDED', 'CLOSED') then 'REFUSED'
                    else 'OPEN' end,
               case when c.result = 'AGREED' then coalesce(e.granted_fen, 0) else 0 end, e.paid_on
        from relief.emergency e
        join approval.case_file c on c.id = e.id
        where e.person_id = person and e.id is distinct from but and (select relief.knows(person))
        order by e.applied_on desc, e.id
    $$;
comment on function relief.emergency_of(uuid, uuid) is '同一个人在全省的其他应急救助：只有类别、日期、地方、办到哪里和金额';

-- 已审批、等拨付的合计：审批时看得到基金收益里还有多少没有着落，看不到是谁的
create function relief.emergency_unpaid(but uuid) returns bigint
    language sql stable security definer set search_path = ''
    as $$
        select coalesce(sum(e.granted_fen), 0)::bigint
        from relief.emergency e
        join approval.case_file c on c.id = e.id
        where e.granted_fen is not null and e.paid_on is null and e.id is distinct from but
          and c.state in ('HANDLING', 'PAUSED') and c.decided_on is not null
    $$;
comment on function relief.emergency_unpaid(uuid) is '全省已审批、还没有拨付的应急救助金合计，分';

revoke all on function relief.emergency_of(uuid, uuid), relief.emergency_unpaid(uuid) from public;
grant execute on function relief.emergency_of(uuid, uuid) to rongyi_app, rongyi_self;
grant execute on function relief.emergency_unpaid(uuid) to rongyi_app;
grant execute on function relief.knows(uuid) to rongyi_self;
