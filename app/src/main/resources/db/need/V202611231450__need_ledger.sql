create schema need;
grant usage on schema need to rongyi_app, rongyi_self, rongyi_job;

create table need.need (
    id          uuid        not null primary key,
    person_id   uuid        not null,
    person_name text        not null,
    code_then   bigint      not null,
    code_now    bigint      not null,
    city        bigint      not null generated always as (code_now - code_now % 100000000) stored,
    county      bigint      not null generated always as (code_now - code_now % 1000000) stored,
    town        bigint      not null generated always as (code_now - code_now % 1000) stored,
    kind        text        not null,
    text_sealed bytea       not null,
    state       text        not null check (state in ('OPEN', 'ACCEPTED', 'ANSWERED', 'DROPPED')),
    asked_on    date        not null,
    source_id   uuid        not null,
    asked_by    text        not null,
    answer      text,
    answered_by text,
    answered_at timestamptz,
    version     integer     not null default 1
);
comment on table need.need is '需求台账:走访时提出的需求,直到答复';
comment on column need.need.kind is '需求类别(政策参数名录 need.kind)';
comment on column need.need.text_sealed is '需求内容,SM4 密文(可能含疾病信息)';
comment on column need.need.source_id is '提出它的走访记录';
create index need_village on need.need (code_now, state, asked_on, id);
create index need_town on need.need (town, state, asked_on, id);
create index need_county on need.need (county, state, asked_on, id);
create index need_city on need.need (city, state, asked_on, id);
create index need_province on need.need (state, asked_on, id);
create index need_person on need.need (person_id, asked_on);
create index need_source on need.need (source_id);

grant select, insert, update on need.need to rongyi_app;
grant select on need.need to rongyi_self;
grant select, insert, update on need.need to rongyi_job;

alter table need.need enable row level security;
alter table need.need force row level security;
create policy scope on need.need to rongyi_app
    using (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high())
           and ((select kernel.scope_ranges()) is null or code_now <@ (select kernel.scope_ranges())))
    with check (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high()));
create policy self on need.need for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on need.need to rongyi_job using (true);
