-- 移交接收：部队移交来的退役军人，以什么方式安置，报到没有，档案里有什么、缺什么。
create schema reception;
grant usage on schema reception to rongyi_app, rongyi_self, rongyi_job;

create table reception.reception (
    id               uuid        not null primary key,
    person_id        uuid        not null references person.person,
    person_name      text        not null,
    code_then        bigint      not null,
    code_now         bigint      not null,
    unit_name        text        not null,
    rank             text        not null check (rank in ('OFFICER', 'SERGEANT', 'CONSCRIPT')),
    mode             text        not null,
    ground           text,
    enlisted_on      date        not null,
    discharged_on    date        not null check (discharged_on > enlisted_on),
    from_unit        text        not null,
    basis            text        not null,
    basis_words      text        not null,
    married_on       date,
    received_on      date        not null check (received_on >= discharged_on),
    reported_on      date        check (reported_on >= discharged_on),
    late_why         text,
    file_on          date,
    file_receipt     text,
    settled_on       date        check (settled_on >= received_on),
    settled_how      text,
    ended_on         date,
    ended_kind       text        check (ended_kind in ('FORFEITED', 'CANCELLED')),
    withdrawn_why    text,
    withdrawn_by     text,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_account uuid        not null,
    version          integer     not null default 1,
    check ((ended_on is null) = (ended_kind is null)),
    check ((settled_on is null) = (settled_how is null))
);
comment on table reception.reception is '移交接收：一人一次退役一条';
comment on column reception.reception.code_then is '接收时安置地的村（社区）';
comment on column reception.reception.unit_name is '接收的安置部门';
comment on column reception.reception.rank is '退役类别：军官、军士、义务兵';
comment on column reception.reception.mode is '安置方式（名录 placement.mode.…）';
comment on column reception.reception.ground is '安排工作的条件（名录 placement.assign.ground）';
comment on column reception.reception.enlisted_on is '兵役机关批准服现役之日';
comment on column reception.reception.discharged_on is '部队下达退役命令之日';
comment on column reception.reception.from_unit is '移交单位，只写对外名称';
comment on column reception.reception.basis is '安置地依据（名录 placement.place.basis）';
comment on column reception.reception.received_on is '安置部门接收之日，六个月从这天算';
comment on column reception.reception.reported_on is '本人报到之日';
comment on column reception.reception.late_why is '逾期报到的原因';
comment on column reception.reception.file_on is '收到人事档案之日';
comment on column reception.reception.file_receipt is '档案接收回执编号';
comment on column reception.reception.settled_on is '安置办结之日';
comment on column reception.reception.withdrawn_why is '登记错了，为什么撤回';
comment on column reception.reception.ended_on is '放弃或取消安置待遇的决定之日';
create index reception_person on reception.reception (person_id);
create index reception_order on reception.reception (received_on, id);
create index reception_code on reception.reception (code_now);
create unique index reception_open on reception.reception (person_id) 
    where settled_on is null and ended_on is null and withdrawn_why is null;
create unique index reception_once on reception.reception (person_id, discharged_on) where withdrawn_why is null;

grant select, insert, update on reception.reception to rongyi_app;
grant select on reception.reception to rongyi_self;
grant select, update on reception.reception to rongyi_job;

alter table reception.reception enable row level security;
alter table reception.reception force row level security;
create policy scope on reception.reception to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on reception.reception for select to rongyi_self
    using (person_id = (select kernel.self_person()));
create policy job on reception.reception to rongyi_job using (true) with check (true);
create policy owner on reception.reception for select to rongyi_owner using (true);

create table reception.paper (
    reception_id uuid        not null references reception.reception,
    kind         text        not null,
    person_id    uuid        not null,
    code_now     bigint      not null,
    state        text        not null check (state in ('PRESENT', 'MISSING', 'NOT_NEEDED')),
    pages        integer     check (pages between 1 and 9999),
    received_on  date,
    asked_on     date,
    checked_at   timestamptz not null,
    checked_by   text        not null,
    primary key (reception_id, kind),
    check ((state = 'PRESENT') = (pages is not null and received_on is not null))
);
comment on table reception.paper is '人事档案清单：每一种材料有没有、几页、哪天收到、哪天向部队催的';
comment on column reception.paper.kind is '材料（名录 placement.paper）';
comment on column reception.paper.asked_on is '哪天向移交单位去函补要的';
create index paper_missing on reception.paper (code_now) where state = 'MISSING';

grant select, insert, update on reception.paper to rongyi_app;
grant select on reception.paper to rongyi_self;
grant select, update on reception.paper to rongyi_job;

alter table reception.paper enable row level security;
alter table reception.paper force row level security;
create policy scope on reception.paper to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on reception.paper for select to rongyi_self
    using (person_id = (select kernel.self_person()));
create policy job on reception.paper to rongyi_job using (true) with check (true);
create policy owner on reception.paper for select to rongyi_owner using (true);
