-- 工作日历：随系统带来的年份之外，由系统管理员按国务院办公厅的通知逐年载入。没有个人信息，任何角色都可读。
create schema policy;
comment on schema policy is '政策参数与工作日历';

create table policy.calendar_year (
    id         uuid        primary key,
    year       smallint    not null check (year between 2004 and 2200),
    edition    smallint    not null check (edition > 0),
    document   text        not null check (document <> ''),
    entered_by text        not null,
    entered_at timestamptz not null,
    constraint calendar_year_edition unique (year, edition)
);
comment on table policy.calendar_year is '载入的年度放假安排：只增不改，同一年以最后一次载入的为准';
comment on column policy.calendar_year.id is '编号，即办理编号';
comment on column policy.calendar_year.year is '年度';
comment on column policy.calendar_year.edition is '这一年第几次载入';
comment on column policy.calendar_year.document is '依据：通知的文号';
comment on column policy.calendar_year.entered_by is '载入人';
comment on column policy.calendar_year.entered_at is '载入时间';

create table policy.calendar_day (
    calendar uuid    not null references policy.calendar_year,
    day      date    not null,
    working  boolean not null,
    name     text    not null,
    primary key (calendar, day)
);
comment on table policy.calendar_day is '年度安排中的放假日和调休上班日；其余日子按周一至周五上班';
comment on column policy.calendar_day.calendar is '属于哪一次载入';
comment on column policy.calendar_day.day is '日期；上一年 12 月的日子可以在内';
comment on column policy.calendar_day.working is '真为调休上班，假为放假';
comment on column policy.calendar_day.name is '节日名称';

create table policy.revision (
    topic  text   primary key check (topic in ('CALENDAR', 'PARAMETERS')),
    number bigint not null
);
insert into policy.revision (topic, number) values ('CALENDAR', 1), ('PARAMETERS', 1);
comment on table policy.revision is '版次：日历或参数每变一次加一，各进程据此重读';
comment on column policy.revision.topic is 'CALENDAR 工作日历，PARAMETERS 参数';
comment on column policy.revision.number is '版次';

grant usage on schema policy to rongyi_app, rongyi_self, rongyi_job;
grant select on all tables in schema policy to rongyi_app, rongyi_self, rongyi_job;
grant insert on policy.calendar_year, policy.calendar_day to rongyi_app;
grant update (number) on policy.revision to rongyi_app;
