create schema organisation;
grant usage on schema organisation to rongyi_app, rongyi_self, rongyi_job;

create table organisation.unit (
    id         uuid     not null primary key,
    name       text     not null check (name <> ''),
    initials   text     not null,
    kind       text     not null check (kind in ('CENTRE', 'STATION', 'BUREAU', 'PARTNER')),
    level      smallint not null check (level between 1 and 5),
    host       text     not null check (host in ('ADMINISTRATIVE', 'AGENCY', 'ENTERPRISE', 'PARK')),
    code_then  bigint   not null,
    code_now   bigint   not null,
    address    text     not null default '',
    phone      text     not null default '',
    hours      text     not null default '',
    services   text[]   not null default '{}',
    latitude   double precision check (latitude between -90 and 90),
    longitude  double precision check (longitude between -180 and 180),
    opened_on  date     not null,
    closed_on  date,
    version    integer  not null default 1,
    check (closed_on is null or closed_on >= opened_on),
    check ((latitude is null) = (longitude is null))
);
comment on table organisation.unit is '机构:服务中心、服务站、厅局、协作单位;前两类对外公开';
comment on column organisation.unit.initials is '名称拼音首字母';
comment on column organisation.unit.kind is '类别:CENTRE 服务中心,STATION 服务站,BUREAU 厅局,PARTNER 协作单位';
comment on column organisation.unit.host is '设立依托:行政层级、机关单位、企业、园区';
comment on column organisation.unit.code_then is '设立时的区划代码;依托单位、企业、园区的站用预留代码';
comment on column organisation.unit.code_now is '现行区划代码';
comment on column organisation.unit.latitude is '纬度,国家大地坐标 2000(度)';
comment on column organisation.unit.closed_on is '撤销之日,当日起不再服务';
create index unit_code on organisation.unit (code_now, id);
create unique index unit_hosted_seat on organisation.unit (code_now) where host <> 'ADMINISTRATIVE' and closed_on is null;
create index unit_name on organisation.unit (name, id);

create table organisation.territory (
    unit_id    uuid   not null references organisation.unit,
    code_then  bigint not null,
    code_now   bigint not null,
    valid_from date   not null,
    valid_to   date,
    primary key (unit_id, code_then, valid_from),
    check (valid_to is null or valid_to > valid_from)
);
comment on table organisation.territory is '服务区域:机构所服务的区划,一站可服务多个村(社区)';
create index territory_code on organisation.territory (code_now);

create table organisation.unit_history (
    unit_id uuid        not null references organisation.unit,
    version integer     not null,
    at      timestamptz not null,
    actor   text        not null,
    reason  text        not null default '',
    before  jsonb       not null,
    primary key (unit_id, version)
);
comment on table organisation.unit_history is '机构变更前的样子';

create table organisation.staff (
    id            uuid    not null primary key,
    account_id    uuid    not null,
    post_id       uuid    not null,
    unit_id       uuid    not null references organisation.unit,
    name          text    not null check (name <> ''),
    initials      text    not null,
    title         text    not null,
    employment    text    not null check (employment in ('FULL_TIME', 'PART_TIME')),
    establishment text    not null check (establishment in ('ESTABLISHED', 'CONTRACT', 'CONCURRENT', 'VOLUNTEER')),
    veteran       boolean not null,
    valid_from    date    not null,
    valid_to      date,
    check (valid_to is null or valid_to >= valid_from)
);
comment on table organisation.staff is '工作人员任职:专兼职、编制性质、岗位、起止';
comment on column organisation.staff.employment is '专职、兼职';
comment on column organisation.staff.establishment is '编制性质:编内、聘用、兼任、志愿';
create index staff_unit on organisation.staff (unit_id, valid_from);
create index staff_account on organisation.staff (account_id);

grant select, insert, update on organisation.unit, organisation.territory, organisation.staff to rongyi_app;
grant select, insert on organisation.unit_history to rongyi_app;
grant select on organisation.unit, organisation.territory to rongyi_self;
grant select, insert, update on all tables in schema organisation to rongyi_job;

insert into organisation.unit (id, name, initials, kind, level, host, code_then, code_now, opened_on, services)
values ('01966a00-0000-7000-8000-000000000044', '广东省退役军人事务厅', 'gdstyjrswt', 'BUREAU', 1, 'ADMINISTRATIVE',
        440000000000, 440000000000, '2018-10-25', '{}');
insert into organisation.territory (unit_id, code_then, code_now, valid_from)
values ('01966a00-0000-7000-8000-000000000044', 440000000000, 440000000000, '2018-10-25');
