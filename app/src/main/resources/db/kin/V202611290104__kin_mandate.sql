-- 亲属代办：谁委托哪位亲属、办哪几项、到哪一天；撤回、到期、本人不在册即止。
create schema kin;
grant usage on schema kin to rongyi_app, rongyi_self, rongyi_job;

create table kin.mandate (
    id             uuid        not null primary key,
    person_id      uuid        not null,
    kin_name       text        not null check (kin_name <> ''),
    citizen_sealed bytea       not null,
    citizen_index  text        not null,
    citizen_index_next text,
    relation       text        not null check (relation in ('PARENT', 'SPOUSE', 'CHILD', 'GUARDIAN', 'OTHER')),
    services       text[]      not null check (cardinality(services) > 0),
    basis          text        not null check (basis in ('OWN', 'SIGNED', 'GUARDIAN')),
    from_on        date        not null,
    until_on       date        not null check (until_on >= from_on),
    given_at       timestamptz not null,
    given_by       text        not null,
    given_unit     text,
    account_id     uuid,
    opened_at      timestamptz,
    opened_by      text,
    ended_at       timestamptz,
    ended_by       text,
    ended_why      text,
    check ((basis = 'OWN') = (given_unit is null)),
    check (num_nonnulls(account_id, opened_at, opened_by) in (0, 3)),
    check (num_nonnulls(ended_at, ended_by, ended_why) in (0, 3))
);
comment on table kin.mandate is '亲属代办的委托：谁委托谁、办哪几项、到哪一天';
comment on column kin.mandate.person_id is '委托人';
comment on column kin.mandate.kin_name is '代办人姓名';
comment on column kin.mandate.citizen_sealed is '代办人身份证号，SM4 密文';
comment on column kin.mandate.citizen_index is '代办人身份证号的盲索引';
comment on column kin.mandate.citizen_index_next is '更换盲索引密钥期间，另一把密钥算出的盲索引；平时为空';
comment on column kin.mandate.relation is '代办人是委托人的：父母、配偶、成年子女、监护人、其他近亲属';
comment on column kin.mandate.services is '可以办哪几项服务';
comment on column kin.mandate.basis is 'OWN 本人在线委托，SIGNED 本人签字的委托书，GUARDIAN 监护证明';
comment on column kin.mandate.until_on is '最后一天，当天仍有效';
comment on column kin.mandate.given_unit is '由哪个单位登记；本人在线委托为空';
comment on column kin.mandate.account_id is '代办人的账号；空为还没有到窗口核对身份证';
comment on column kin.mandate.ended_why is '为什么提前结束';
create index mandate_person on kin.mandate (person_id, given_at desc);
create index mandate_account on kin.mandate (account_id) where ended_at is null;
create index mandate_number on kin.mandate (citizen_index) where account_id is not null;
create unique index mandate_one_each on kin.mandate (person_id, citizen_index) where ended_at is null;
-- 更换密钥的中间一步，分得清号码的是第二列(docs/decisions/0028)
create unique index mandate_one_each_next on kin.mandate (person_id, citizen_index_next) where ended_at is null;

grant select, insert, update (account_id, opened_at, opened_by, ended_at, ended_by, ended_why) on kin.mandate to rongyi_app;
grant select, insert, update (ended_at, ended_by, ended_why) on kin.mandate to rongyi_self;
grant select, update (citizen_sealed, citizen_index, citizen_index_next) on kin.mandate to rongyi_job;

-- 看得到这个人的地方，就看得到他的委托；本人看自己给的，代办人看给自己的。
alter table kin.mandate enable row level security;
alter table kin.mandate force row level security;
create policy scope on kin.mandate to rongyi_app
    using (exists (select from person.place p where p.person_id = mandate.person_id and p.valid_to is null))
    with check (exists (select from person.place p where p.person_id = mandate.person_id and p.valid_to is null));
create policy self on kin.mandate to rongyi_self
    using (person_id = (select kernel.self_person()))
    with check (person_id = (select kernel.self_person()));
create policy kin on kin.mandate for select to rongyi_self
    using (person_id = (select kernel.kin_person()) and account_id = (select kernel.scope_account()));
create policy kin_ends on kin.mandate for update to rongyi_self
    using (person_id = (select kernel.kin_person()) and account_id = (select kernel.scope_account()));
create policy job on kin.mandate to rongyi_job using (true) with check (true);
create policy owner on kin.mandate for select to rongyi_owner using (true);

-- The door asks before anybody is somebody: of one account, which mandates are in force, and for whom.
create function kin.in_force(account uuid, today date)
    returns table (id uuid, person_id uuid, person_name text, relation text, services text[])
    language sql stable security definer set search_path = ''
    as $$
        select m.id, m.person_id, p.name, m.relation, m.services
        from kin.mandate m
        join person.person p on p.id = m.person_id and p.status = 'ACTIVE'
        where m.account_id = account and m.ended_at is null and m.from_on <= today and m.until_on >= today
        order by m.given_at, m.id
    $$;
comment on function kin.in_force(uuid, date) is '这个账号今天可以代谁办哪几项';
revoke all on function kin.in_force(uuid, date) from public;
grant execute on function kin.in_force(uuid, date) to rongyi_app;

-- A family member has one account, whichever counter opened it; of a veteran it is his own.
create function kin.account_of(number_indexes text[])
    returns table (account uuid, own uuid)
    language sql volatile security definer set search_path = ''
    as $$
        select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('kin.account_of:' || number_indexes[1], 0));
        select (select m.account_id from kin.mandate m
                where m.citizen_index = any (number_indexes) and m.account_id is not null
                order by m.opened_at desc limit 1),
               (select p.id from person.person p where p.citizen_index = any (number_indexes) and p.status = 'ACTIVE')
    $$;
comment on function kin.account_of(text[]) is '代办人已有的账号；他自己有档案的，是他的人员编号';
revoke all on function kin.account_of(text[]) from public;
grant execute on function kin.account_of(text[]) to rongyi_app;
