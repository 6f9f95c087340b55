create schema person;
grant usage on schema person to rongyi_app, rongyi_self, rongyi_job;

create table person.household (
    id         uuid   not null primary key,
    code_then  bigint not null,
    code_now   bigint not null,
    address    text   not null default '',
    group_name text   not null default ''
);
comment on table person.household is '户:同住一处的人';
comment on column person.household.group_name is '村民小组或街路';
create index household_code on person.household (code_now, id);

create table person.person (
    id             uuid     not null primary key,
    name           text     not null check (name <> ''),
    initials       text     not null,
    male           boolean  not null,
    born_year      smallint not null,
    citizen_sealed bytea    not null,
    citizen_index  text     not null unique,
    phone_sealed   bytea,
    categories     text[]   not null check (cardinality(categories) > 0),
    household_id   uuid     not null references person.household,
    status         text     not null default 'ACTIVE' check (status in ('ACTIVE', 'DECEASED', 'MOVED_OUT')),
    registered_on  date     not null,
    version        integer  not null default 1
);
comment on table person.person is '人员档案(一人一档)';
comment on column person.person.citizen_sealed is '公民身份号码,SM4 密文';
comment on column person.person.citizen_index is '公民身份号码盲索引,SM3-HMAC';
comment on column person.person.phone_sealed is '联系电话,SM4 密文';
comment on column person.person.categories is '服务对象类别,一人可有多种';
create index person_household on person.person (household_id);

create table person.place (
    person_id   uuid    not null references person.person,
    kind        text    not null check (kind in ('BOTH', 'HUKOU', 'RESIDENCE', 'ASSIGNED')),
    code_then   bigint  not null,
    code_now    bigint  not null,
    address     text    not null default '',
    group_name  text    not null default '',
    responsible boolean not null,
    valid_from  date    not null,
    valid_to    date,
    primary key (person_id, kind, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);
comment on table person.place is '人员所在:户籍地、常住地(相同则为一条)或依托单位;两地都能看到档案,一地负责联系';
comment on column person.place.responsible is '由此地的站负责联系';
create unique index place_kind on person.place (person_id, kind) where valid_to is null;
create unique index place_responsible on person.place (person_id) where valid_to is null and responsible;
create index place_code on person.place (code_now, person_id) where valid_to is null;

create table person.name_gram (
    gram      text   not null,
    code_now  bigint not null,
    person_id uuid   not null references person.person,
    primary key (gram, code_now, person_id)
);
comment on table person.name_gram is '姓名检索:单字、双字与拼音首字母';
create index name_gram_person on person.name_gram (person_id);

create table person.history (
    person_id uuid        not null references person.person,
    version   integer     not null,
    at        timestamptz not null,
    actor     text        not null,
    reason    text        not null,
    before    jsonb       not null,
    primary key (person_id, version)
);
comment on table person.history is '档案变更前的样子(不含密文原文)';

create table person.handover (
    id           uuid        not null primary key,
    person_id    uuid        not null references person.person,
    from_code    bigint      not null,
    to_code      bigint      not null,
    reason       text        not null,
    asked_by     text        not null,
    asked_code   bigint      not null,
    asked_at     timestamptz not null,
    state        text        not null check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    answered_by  text,
    answered_at  timestamptz,
    answer       text
);
comment on table person.handover is '联系责任移交:须对方同意';
create unique index handover_open on person.handover (person_id) where state = 'ASKED';
create index handover_from on person.handover (from_code) where state = 'ASKED';
create index handover_to on person.handover (to_code) where state = 'ASKED';

grant select, insert, update on person.household, person.person, person.place, person.handover to rongyi_app;
grant select, insert, delete on person.name_gram to rongyi_app;
grant select, insert on person.history to rongyi_app;
grant select on person.person, person.place, person.household to rongyi_self;
grant select, insert, update, delete on all tables in schema person to rongyi_job;

alter table person.household enable row level security;
alter table person.household force row level security;
create policy scope on person.household to rongyi_app
    using (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high())
           and ((select kernel.scope_ranges()) is null or code_now <@ (select kernel.scope_ranges())))
    with check (true);
create policy self on person.household for select to rongyi_self
    using (exists (select from person.person p where p.household_id = household.id
                   and p.id = (select kernel.self_person())));
create policy job on person.household to rongyi_job using (true);

alter table person.place enable row level security;
alter table person.place force row level security;
create policy scope on person.place to rongyi_app
    using (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high())
           and ((select kernel.scope_ranges()) is null or code_now <@ (select kernel.scope_ranges())))
    with check (true);
create policy self on person.place for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on person.place to rongyi_job using (true);
create policy owner on person.place for select to rongyi_owner using (true);

alter table person.person enable row level security;
alter table person.person force row level security;
create policy scope on person.person to rongyi_app
    using (exists (select from person.place p where p.person_id = person.id and p.valid_to is null))
    with check (true);
create policy self on person.person for select to rongyi_self using (id = (select kernel.self_person()));
create policy job on person.person to rongyi_job using (true);
create policy owner on person.person for select to rongyi_owner using (true);

alter table person.name_gram enable row level security;
alter table person.name_gram force row level security;
create policy scope on person.name_gram to rongyi_app
    using (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high())
           and ((select kernel.scope_ranges()) is null or code_now <@ (select kernel.scope_ranges())))
    with check (true);
create policy job on person.name_gram to rongyi_job using (true);

alter table person.history enable row level security;
alter table person.history force row level security;
create policy scope on person.history to rongyi_app
    using (exists (select from person.place p where p.person_id = history.person_id and p.valid_to is null))
    with check (true);
create policy job on person.history to rongyi_job using (true);

alter table person.handover enable row level security;
alter table person.handover force row level security;
create policy scope on person.handover to rongyi_app
    using ((from_code >= (select kernel.scope_low()) and from_code < (select kernel.scope_high()))
        or (to_code >= (select kernel.scope_low()) and to_code < (select kernel.scope_high())))
    with check (true);
create policy job on person.handover to rongyi_job using (true);

-- A number known elsewhere must not betray the person: this answers the responsible place and nothing else.
create function person.known_at(index text) returns table (person_id uuid, code bigint)
    language sql stable security definer set search_path = ''
    as $$
        select p.id, pl.code_now
        from person.person p
        join person.place pl on pl.person_id = p.id and pl.valid_to is null and pl.responsible
        where p.citizen_index = index
    $$;
comment on function person.known_at(text) is '号码已在别处建档时,只回答由哪里负责';
revoke all on function person.known_at(text) from public;
grant execute on function person.known_at(text) to rongyi_app;
