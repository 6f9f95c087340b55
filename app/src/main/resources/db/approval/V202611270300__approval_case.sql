-- 办件：谁申请什么、办到哪一步、时限走到哪里；每一步等在一个单位的一个岗位上，谁办了什么只增不改。
create schema approval;
grant usage on schema approval to rongyi_app, rongyi_self, rongyi_job;

create table approval.serial (
    service text    not null,
    code    bigint  not null,
    day     date    not null,
    last    integer not null check (last between 1 and 999999),
    primary key (service, code, day)
);
comment on table approval.serial is '办件编号当日流水';
comment on column approval.serial.service is '服务代号';
comment on column approval.serial.code is '区划代码';
comment on column approval.serial.day is '日期';
comment on column approval.serial.last is '已用到的流水号';

create table approval.case_file (
    id              uuid        not null primary key,
    number          text        not null unique,
    service         text        not null,
    subject         text        not null check (subject <> ''),
    person_id       uuid        not null,
    person_name     text        not null,
    code_then       bigint      not null,
    code_now        bigint      not null,
    city            bigint      not null generated always as (code_now - code_now % 100000000) stored,
    county          bigint      not null generated always as (code_now - code_now % 1000000) stored,
    town            bigint      not null generated always as (code_now - code_now % 1000) stored,
    route           jsonb       not null,
    applied_on      date        not null,
    applied_at      timestamptz not null,
    filed_account   uuid        not null,
    filed_by        text        not null,
    filed_unit      uuid,
    filed_ground    text,
    state           text        not null check (state in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED', 'DECIDED', 'CLOSED')),
    result          text        check (result in ('AGREED', 'REFUSED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED')),
    step            integer     not null check (step >= 0),
    round           integer     not null default 1 check (round >= 1),
    supplemented    boolean     not null default false,
    received_on     date        not null,
    accepted_on     date,
    accepted_silent boolean     not null default false,
    decide_days     integer     not null check (decide_days > 0),
    decide_due      date,
    decide_certain  boolean     not null default true,
    stopped_on      date,
    decided_on      date,
    decided_by      text,
    reason_sealed   bytea,
    version         integer     not null default 1,
    constraint case_result_when_over check ((result is not null) = (state in ('DECIDED', 'CLOSED'))),
    constraint case_agent_with_ground check ((filed_unit is null) = (filed_ground is null))
);
comment on table approval.case_file is '办件';
comment on column approval.case_file.number is '办件编号：业务码、区划代码、日期、流水、校验';
comment on column approval.case_file.service is '服务代号';
comment on column approval.case_file.subject is '申请事项，一句话，不含个人号码';
comment on column approval.case_file.code_then is '申请时的区划代码';
comment on column approval.case_file.code_now is '现在的区划代码，数据范围用';
comment on column approval.case_file.route is '申请时的办理路径，办到底都用它';
comment on column approval.case_file.filed_account is '提交人的账号：本人，或代办的工作人员';
comment on column approval.case_file.filed_unit is '代办单位；本人提交为空';
comment on column approval.case_file.filed_ground is '代办缘由；本人提交为空';
comment on column approval.case_file.round is '第几轮：每退回一次加一';
comment on column approval.case_file.supplemented is '是否已通知过补正，只一次';
comment on column approval.case_file.received_on is '收到（补齐）材料之日';
comment on column approval.case_file.accepted_on is '受理之日';
comment on column approval.case_file.accepted_silent is '逾期未告知，视为受理';
comment on column approval.case_file.decide_due is '应作出决定之日；未受理、计时中止时为空';
comment on column approval.case_file.decide_certain is '期限所涉年份的放假安排是否都已公布';
comment on column approval.case_file.stopped_on is '计时中止之日；在走为空';
comment on column approval.case_file.reason_sealed is '决定的理由，SM4 密文';
create index case_city on approval.case_file (city, applied_on desc, id desc);
create index case_county on approval.case_file (county, applied_on desc, id desc);
create index case_town on approval.case_file (town, applied_on desc, id desc);
create index case_village on approval.case_file (code_now, applied_on desc, id desc);
create index case_all on approval.case_file (applied_on desc, id desc);
create index case_person on approval.case_file (person_id, applied_on desc);
create index case_waiting on approval.case_file (received_on) where state = 'RECEIVED' and accepted_on is null;
create index case_uncertain on approval.case_file (decide_due) where not decide_certain and state in ('RECEIVED', 'HANDLING');
create unique index case_one_open on approval.case_file (service, person_id)
    where state in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED');

create table approval.task (
    id               uuid        not null primary key,
    case_id          uuid        not null references approval.case_file,
    person_id        uuid        not null,
    code_now         bigint      not null,
    kind             text        not null check (kind in ('SEAT', 'WAIT', 'OPINION', 'DELIVER', 'COMPLAINT')),
    step             integer     not null,
    round            integer     not null,
    seat             integer     not null default 0,
    zh               text        not null,
    unit_id          uuid        not null,
    unit_name        text        not null,
    unit_level       integer     not null,
    roles            text[]      not null,
    assigned_account uuid,
    assigned_name    text,
    parent           uuid        references approval.task,
    asked_sealed     bytea,
    opened_on        date        not null,
    opened_at        timestamptz not null,
    due_on           date        not null,
    due_certain      boolean     not null default true,
    state            text        not null check (state in ('OPEN', 'DONE', 'DROPPED')),
    verdict          text,
    opinion_sealed   bytea,
    done_account     uuid,
    done_by          text,
    done_unit        text,
    done_at          timestamptz,
    urged            integer     not null default 0,
    urged_at         timestamptz,
    raised_unit      uuid,
    raised_name      text,
    raised_level     integer,
    raised_ground    text        check (raised_ground in ('LATE', 'UNMANNED')),
    raised_at        timestamptz,
    version          integer     not null default 1,
    constraint task_done_by_somebody check (state <> 'DONE' or done_at is not null and done_by is not null),
    constraint task_raised_whole check (num_nonnulls(raised_unit, raised_name, raised_level, raised_ground, raised_at) in (0, 5))
);
comment on table approval.task is '待办：办件的一步等在哪个单位、什么岗位上，何时到期，谁怎么办的';
comment on column approval.task.kind is 'SEAT 环节席位，WAIT 等申请人补正，OPINION 征求意见（委派、加签），DELIVER 送达，COMPLAINT 差评回访';
comment on column approval.task.seat is '会签、或签时的第几席，从 0 起';
comment on column approval.task.roles is '可以办的岗位角色';
comment on column approval.task.assigned_account is '指定由谁办；空为岗位上谁都可以';
comment on column approval.task.parent is '征求意见由哪一件发起';
comment on column approval.task.asked_sealed is '请办的话，SM4 密文';
comment on column approval.task.opinion_sealed is '办理意见，SM4 密文';
comment on column approval.task.raised_unit is '升级到哪个上级单位：逾期，或岗位无人';
create index task_queue on approval.task (unit_id, due_on, id) where state = 'OPEN';
create index task_case on approval.task (case_id, opened_at, id);
create index task_raised on approval.task (raised_unit, due_on, id) where state = 'OPEN' and raised_unit is not null;
create index task_due on approval.task (due_on, id) where state = 'OPEN';
create index task_assigned on approval.task (assigned_account) where state = 'OPEN' and assigned_account is not null;
create unique index task_one_seat on approval.task (case_id, step, round, seat, kind)
    where state = 'OPEN' and kind in ('SEAT', 'WAIT', 'DELIVER');

create table approval.event (
    id          uuid        not null primary key,
    case_id     uuid        not null references approval.case_file,
    person_id   uuid        not null,
    code_now    bigint      not null,
    at          timestamptz not null,
    what        text        not null,
    who         text        not null,
    unit        text,
    text_sealed bytea
);
comment on table approval.event is '办理经过：谁在何时做了什么、怎么说的，只增不改';
comment on column approval.event.what is '做了什么，当时的说法';
comment on column approval.event.text_sealed is '意见、理由，SM4 密文';
create index event_case on approval.event (case_id, at, id);

create table approval.stop (
    id        uuid   not null primary key,
    case_id   uuid   not null references approval.case_file,
    person_id uuid   not null,
    code_now  bigint not null,
    ground    text   not null check (ground in ('SUPPLEMENT', 'SPECIAL')),
    from_on   date   not null,
    to_on     date,
    check (to_on is null or to_on >= from_on)
);
comment on table approval.stop is '计时中止：补正、特别程序，从哪天到哪天';
create unique index stop_one_open on approval.stop (case_id) where to_on is null;
create index stop_case on approval.stop (case_id, from_on);

create table approval.delivery (
    case_id   uuid        not null primary key references approval.case_file,
    person_id uuid        not null,
    code_now  bigint      not null,
    way       text        not null,
    on_day    date        not null,
    proof     text        not null check (proof <> ''),
    by_name   text        not null,
    by_unit   text        not null,
    at        timestamptz not null
);
comment on table approval.delivery is '送达：哪天、怎么送的、凭什么证明';

create table approval.rating (
    id          uuid        not null primary key references approval.case_file,
    person_id   uuid        not null,
    code_now    bigint      not null,
    service     text        not null,
    grade       text        not null,
    text_sealed bytea,
    by_default  boolean     not null,
    at          timestamptz not null
);
comment on table approval.rating is '好差评：一件一评；到期未评的按系统默认等级另计';
comment on column approval.rating.id is '办件，一件一评';
comment on column approval.rating.by_default is '到期未评，按规定计入';
create index rating_code on approval.rating (code_now, service, at);

grant select, insert, update on approval.serial to rongyi_app, rongyi_self;
grant select, insert, update on approval.case_file, approval.task, approval.stop to rongyi_app, rongyi_self;
grant select, insert on approval.event, approval.delivery, approval.rating to rongyi_app;
grant select, insert on approval.event, approval.rating to rongyi_self;
grant select on approval.delivery to rongyi_self;
grant select, insert, update on approval.case_file, approval.task, approval.stop, approval.delivery, approval.rating to rongyi_job;
grant select, insert, update (code_now, text_sealed) on approval.event to rongyi_job;

do $$
declare
    t text;
begin
    foreach t in array array['case_file', 'task', 'event', 'stop', 'delivery', 'rating'] loop
        execute format('alter table approval.%I enable row level security', t);
        execute format('alter table approval.%I force row level security', t);
        execute format(
            'create policy scope on approval.%I to rongyi_app
                 using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
                 with check (code_now <@ (select kernel.scope_ranges()))', t);
        execute format(
            'create policy self on approval.%I to rongyi_self
                 using (person_id = (select kernel.self_person()))
                 with check (person_id = (select kernel.self_person()))', t);
        execute format('create policy job on approval.%I to rongyi_job using (true) with check (true)', t);
    end loop;
end
$$;
