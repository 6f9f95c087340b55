create schema visit;
grant usage on schema visit to rongyi_app, rongyi_self, rongyi_job;

create table visit.visit (
    id            uuid        not null primary key,
    code_then     bigint      not null,
    code_now      bigint      not null,
    city          bigint      not null generated always as (code_now - code_now % 100000000) stored,
    county        bigint      not null generated always as (code_now - code_now % 1000000) stored,
    town          bigint      not null generated always as (code_now - code_now % 1000) stored,
    happened_on   date        not null,
    kind          text        not null,
    mode          text        not null,
    sent          smallint    not null check (sent between 1 and 63),
    unit_id       uuid        not null,
    unit_name     text        not null,
    recorded_unit text        not null,
    recorded_post uuid        not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null,
    brought       text        not null default '',
    said_sealed   bytea,
    withdrawn     boolean     not null default false,
    version       integer     not null default 1
);
comment on table visit.visit is '走访联系记录';
comment on column visit.visit.code_then is '发生时的村(社区)代码';
comment on column visit.visit.code_now is '现行代码,决定谁能看';
comment on column visit.visit.county is '县级;东莞、中山为市本级';
comment on column visit.visit.kind is '走访类型(政策参数名录 visit.kind)';
comment on column visit.visit.mode is '方式(政策参数名录 visit.mode)';
comment on column visit.visit.sent is '六送,按位:1 政策 2 技能 4 岗位 8 帮扶 16 保障 32 尊崇';
comment on column visit.visit.unit_id is '走访单位';
comment on column visit.visit.recorded_unit is '录入单位;镇街代录纸质单时与走访单位不同';
comment on column visit.visit.said_sealed is '所谈内容,SM4 密文';
create index visit_village on visit.visit (code_now, happened_on desc, id desc);
create index visit_town on visit.visit (town, happened_on desc, id desc);
create index visit_county on visit.visit (county, happened_on desc, id desc);
create index visit_city on visit.visit (city, happened_on desc, id desc);
create index visit_province on visit.visit (happened_on desc, id desc);

create table visit.attendee (
    visit_id    uuid   not null references visit.visit,
    person_id   uuid   not null,
    name        text   not null,
    code_then   bigint not null,
    code_now    bigint not null,
    happened_on date   not null,
    mode        text   not null,
    result      text   not null check (result in ('MET', 'NOT_IN', 'REFUSED', 'AWAY', 'DECEASED', 'MOVED_OUT')),
    withdrawn   boolean not null default false,
    primary key (visit_id, person_id)
);
comment on table visit.attendee is '被走访联系的人:一人一次为一人次';
comment on column visit.attendee.result is '结果:见到、未遇、拒访、外出、已故、迁出;只有见到计数';
create index attendee_person on visit.attendee (person_id, happened_on desc, visit_id);

create table visit.history (
    visit_id uuid        not null references visit.visit,
    version  integer     not null,
    at       timestamptz not null,
    by_name  text        not null,
    by_unit  text        not null,
    reason   text        not null,
    code_now bigint      not null,
    before   jsonb       not null,
    primary key (visit_id, version)
);
comment on table visit.history is '更正、撤回前的样子与理由(不含所谈内容)';

create table visit.photo (
    visit_id uuid   not null references visit.visit,
    position smallint not null check (position between 1 and 6),
    code_now bigint not null,
    file_id  text   not null,
    thumbnail_id text not null,
    primary key (visit_id, position)
);
comment on table visit.photo is '现场照片;可有可无';

create table visit.draft (
    post_id   uuid        not null,
    person_id uuid        not null,
    sealed    bytea       not null,
    saved_at  timestamptz not null,
    primary key (post_id, person_id)
);
comment on table visit.draft is '未提交的记录草稿,属岗位而不属设备;SM4 密文';

create table visit.contact (
    person_id      uuid     not null primary key,
    code_now       bigint   not null,
    city           bigint   not null generated always as (code_now - code_now % 100000000) stored,
    county         bigint   not null generated always as (code_now - code_now % 1000000) stored,
    town           bigint   not null generated always as (code_now - code_now % 1000) stored,
    group_name     text     not null default '',
    registered_on  date     not null,
    attention      text     not null default 'GENERAL' check (attention in ('KEY', 'GENERAL')),
    ground         text,
    last_contact_on date,
    last_visit_on  date,
    due_on         date     not null,
    held           text     check (held in ('DECEASED', 'MOVED_OUT')),
    active         boolean  not null default true,
    check ((attention = 'KEY') = (ground is not null))
);
comment on table visit.contact is '联系台账:每人何时应再联系';
comment on column visit.contact.attention is '重点联系、普遍联系';
comment on column visit.contact.ground is '重点联系事由(政策参数名录 visit.ground)';
comment on column visit.contact.due_on is '应联系日:联系期限与走访期限中较早者';
comment on column visit.contact.held is '走访时得知已故或迁出,待核实档案,暂不列入应联系';
create index contact_village on visit.contact (code_now, due_on, group_name, person_id) where active;
create index contact_town on visit.contact (town, due_on, group_name, person_id) where active;
create index contact_county on visit.contact (county, due_on, group_name, person_id) where active;
create index contact_city on visit.contact (city, due_on, group_name, person_id) where active;
create index contact_province on visit.contact (due_on, group_name, person_id) where active;

grant select, insert, update on visit.visit, visit.attendee, visit.contact to rongyi_app;
grant select, insert on visit.history, visit.photo to rongyi_app;
grant select, insert, update, delete on visit.draft to rongyi_app;
grant select on visit.visit, visit.attendee, visit.history, visit.photo to rongyi_self;
grant select, insert, update, delete on all tables in schema visit to rongyi_job;

do $$
declare
    t text;
begin
    foreach t in array array['visit', 'attendee', 'history', 'photo', 'contact'] loop
        execute format('alter table visit.%I enable row level security', t);
        execute format('alter table visit.%I force row level security', t);
        execute format(
            'create policy scope on visit.%I to rongyi_app
                 using (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high())
                        and ((select kernel.scope_ranges()) is null or code_now <@ (select kernel.scope_ranges())))
                 with check (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high()))', t);
        execute format('create policy job on visit.%I to rongyi_job using (true)', t);
    end loop;
end
$$;
create policy self on visit.attendee for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy self on visit.visit for select to rongyi_self
    using (exists (select from visit.attendee a where a.visit_id = visit.id));
create policy self on visit.photo for select to rongyi_self
    using (exists (select from visit.attendee a where a.visit_id = photo.visit_id));
create policy self on visit.history for select to rongyi_self
    using (exists (select from visit.attendee a where a.visit_id = history.visit_id));
