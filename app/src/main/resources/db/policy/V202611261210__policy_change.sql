-- 参数变更：经办人提出、审核人同意后，从生效日起盖过随系统带来的取值。没有个人信息，工作人员的姓名只作责任记录。
create table policy.change (
    id               uuid        primary key,
    parameter        text        not null,
    number           numeric     not null check (number >= 0),
    valid_from       date        not null,
    place            bigint      check (place between 100000000000 and 999999999999),
    document         text        not null check (document <> ''),
    article          text,
    reason           text        not null check (reason <> ''),
    state            text        not null check (state in ('PROPOSED', 'AGREED', 'REFUSED', 'WITHDRAWN')),
    proposed_account uuid        not null,
    proposed_by      text        not null,
    proposed_at      timestamptz not null,
    decided_account  uuid,
    decided_by       text,
    decided_at       timestamptz,
    decided_reason   text,
    constraint change_decided_whole check (
        num_nonnulls(decided_account, decided_by, decided_at) = case state when 'PROPOSED' then 0 else 3 end),
    constraint change_two_persons check (state not in ('AGREED', 'REFUSED') or decided_account <> proposed_account),
    constraint change_own_withdrawal check (state <> 'WITHDRAWN' or decided_account = proposed_account),
    constraint change_refused_with_reason check (state <> 'REFUSED' or coalesce(decided_reason, '') <> '')
);
create unique index change_one_open on policy.change (parameter, valid_from, coalesce(place, 0)) where state = 'PROPOSED';
create index change_by_parameter on policy.change (parameter, proposed_at desc, id desc);
create index change_by_time on policy.change (proposed_at desc, id desc);
comment on table policy.change is '参数变更：提出、同意、不同意、撤回，只增不改';
comment on column policy.change.id is '编号，即办理编号';
comment on column policy.change.parameter is '参数代号';
comment on column policy.change.number is '新的取值，单位随参数';
comment on column policy.change.valid_from is '生效日期';
comment on column policy.change.place is '适用地区的区划代码；空值为全省';
comment on column policy.change.document is '依据：文件名和文号';
comment on column policy.change.article is '条款';
comment on column policy.change.reason is '变更理由';
comment on column policy.change.state is 'PROPOSED 待审核，AGREED 已同意，REFUSED 不同意，WITHDRAWN 已撤回';
comment on column policy.change.proposed_account is '提出人的账号';
comment on column policy.change.proposed_by is '提出人';
comment on column policy.change.proposed_at is '提出时间';
comment on column policy.change.decided_account is '审核人（撤回时为提出人）的账号';
comment on column policy.change.decided_by is '审核人';
comment on column policy.change.decided_at is '审核时间';
comment on column policy.change.decided_reason is '审核意见';

-- 第二把锁：审核过的，程序自己也改不了
alter table policy.change enable row level security;
alter table policy.change force row level security;
create policy change_read on policy.change for select using (true);
create policy change_propose on policy.change for insert with check (state = 'PROPOSED');
create policy change_decide on policy.change for update using (state = 'PROPOSED') with check (state <> 'PROPOSED');

grant select on policy.change to rongyi_app, rongyi_self, rongyi_job;
grant insert on policy.change to rongyi_app;
grant update (state, decided_account, decided_by, decided_at, decided_reason) on policy.change to rongyi_app;
