-- 区划:代码与名称随时间变化,每个区划代码有一个或几个首尾相接或隔开的有效期。没有个人信息,任何角色都可读。
create schema division;
comment on schema division is '区划:五级单位、历次变更与承接关系';

create table division.unit (
    code       bigint   not null check (code between 100000000000 and 999999999999),
    valid_from date     not null,
    valid_to   date     check (valid_to > valid_from),
    name       text     not null check (name <> ''),
    level      smallint not null check (level between 1 and 5),
    kind       text     not null,
    parent     bigint,
    initials   text     not null,
    primary key (code, valid_from),
    constraint unit_root check ((level = 1) = (parent is null))
);
create unique index unit_one_open_version on division.unit (code) where valid_to is null;
create index unit_parent on division.unit (parent, code);
comment on table division.unit is '区划单位的各个版本:更名产生新版本';
comment on column division.unit.code is '统计用区划代码,12 位:省2 市2 县2 镇3 村3';
comment on column division.unit.valid_from is '生效日期;2009-01-01 表示该日或更早,此前未知';
comment on column division.unit.valid_to is '失效日期(当日已不适用);空值为现行';
comment on column division.unit.name is '名称';
comment on column division.unit.level is '级别:1 省 2 市 3 县 4 镇街 5 村社区';
comment on column division.unit.kind is '单位类别,由代码末段得出,见 UnitKind';
comment on column division.unit.parent is '上级代码;东莞、中山的镇街直属于市';
comment on column division.unit.initials is '名称的拼音首字母,小写';

create table division.change (
    id           bigint generated always as identity primary key,
    effective_on date     not null,
    kind         text     not null check (kind in
        ('RENAMED', 'RECODED', 'ADDED', 'REMOVED', 'MERGED', 'SPLIT', 'REPARENTED')),
    old_code     bigint,
    new_code     bigint,
    old_name     text,
    new_name     text,
    source       text     not null,
    act          uuid,
    entered_by   text,
    entered_at   timestamptz,
    constraint change_names_something check (num_nonnulls(old_code, new_code) > 0),
    constraint change_old_pair check ((old_code is null) = (old_name is null)),
    constraint change_new_pair check ((new_code is null) = (new_name is null)),
    constraint change_sides check (case kind
        when 'ADDED' then old_code is null
        when 'REMOVED' then new_code is null
        when 'RENAMED' then old_code = new_code
        else num_nonnulls(old_code, new_code) = 2 end)
);
create index change_by_day on division.change (effective_on desc, id desc);
create index change_old on division.change (old_code);
create index change_new on division.change (new_code);
comment on table division.change is '区划变更史,只增不改';
comment on column division.change.effective_on is '生效日期';
comment on column division.change.kind is
    '更名 RENAMED、变更代码 RECODED、设立 ADDED、撤销 REMOVED、合并 MERGED、拆分 SPLIT、改变隶属 REPARENTED';
comment on column division.change.old_code is '原代码;设立时为空';
comment on column division.change.new_code is '新代码;撤销时为空';
comment on column division.change.old_name is '原名称';
comment on column division.change.new_name is '新名称';
comment on column division.change.source is '依据:文件或数据版本';
comment on column division.change.act is '录入时的办理编号;空值为随系统数据载入';
comment on column division.change.entered_by is '录入人;空值为随系统数据载入';
comment on column division.change.entered_at is '录入时间';

create table division.successor (
    old_code         bigint  not null,
    new_code         bigint  not null,
    effective_on     date    not null,
    kind             text    not null check (kind in ('RECODED', 'MERGED', 'SPLIT', 'REPARENTED', 'ANSWERED')),
    main             boolean not null,
    records_moved_at timestamptz,
    primary key (old_code, new_code, effective_on),
    constraint successor_differs check (old_code <> new_code)
);
create unique index successor_one_main on division.successor (old_code, effective_on) where main;
create index successor_new on division.successor (new_code);
create index successor_pending on division.successor (effective_on, old_code) where main and records_moved_at is null;
comment on table division.successor is '承接关系:旧代码由哪些新代码承接';
comment on column division.successor.old_code is '旧代码';
comment on column division.successor.new_code is '新代码';
comment on column division.successor.effective_on is '生效日期';
comment on column division.successor.kind is '由何种变更产生;ANSWERED 为撤销后经人工认定';
comment on column division.successor.main is '主承接:旧代码名下的记录转到它名下';
comment on column division.successor.records_moved_at is '记录转入完成时间;空值为待办';

create table division.question (
    code        bigint not null,
    removed_on  date   not null,
    name        text   not null,
    suggestion  bigint,
    answer      text   check (answer in ('SUCCESSOR', 'NONE')),
    successor   bigint,
    reason      text,
    answered_by text,
    answered_at timestamptz,
    primary key (code, removed_on),
    constraint question_successor check ((answer is not distinct from 'SUCCESSOR') = (successor is not null)),
    constraint question_answered_whole check (num_nonnulls(answer, reason, answered_by, answered_at) in (0, 4))
);
create index question_open on division.question (code) where answer is null;
comment on table division.question is '撤销而无承接单位的区划,由人认定,系统从不自行推断';
comment on column division.question.code is '被撤销的代码';
comment on column division.question.removed_on is '撤销日期';
comment on column division.question.name is '撤销时的名称';
comment on column division.question.suggestion is '可能的承接单位:同县同期新增的同名单位,仅供参考,从不自动采用';
comment on column division.question.answer is '认定结果:SUCCESSOR 有承接单位,NONE 无;空值为待认定';
comment on column division.question.successor is '认定的承接单位';
comment on column division.question.reason is '认定依据';
comment on column division.question.answered_by is '认定人';
comment on column division.question.answered_at is '认定时间';

create table division.revision (
    only_row boolean primary key default true check (only_row),
    number   bigint  not null
);
insert into division.revision (number) values (1);
comment on table division.revision is '区划数据的版次:每次变更加一,各进程据此重读';
comment on column division.revision.only_row is '只有一行';
comment on column division.revision.number is '版次';

grant usage on schema division to rongyi_app, rongyi_self, rongyi_job;
grant select on all tables in schema division to rongyi_app, rongyi_self, rongyi_job;
grant insert on division.unit, division.change, division.successor, division.question to rongyi_app;
grant update (valid_to) on division.unit to rongyi_app;
grant update (answer, successor, reason, answered_by, answered_at) on division.question to rongyi_app;
grant update (number) on division.revision to rongyi_app;
grant update (records_moved_at) on division.successor to rongyi_job;
