-- 视为放弃、取消安置待遇：听了本人说明，由负责人书面决定；本人可以提出异议。
create table reception.ending (
    id               uuid        not null primary key,
    reception_id     uuid        not null references reception.reception,
    person_id        uuid        not null,
    code_now         bigint      not null,
    kind             text        not null check (kind in ('FORFEITED', 'CANCELLED')),
    reason_sealed    bytea       not null,
    heard_on         date        not null,
    heard_sealed     bytea       not null,
    proposed_at      timestamptz not null,
    proposed_by      text        not null,
    proposed_account uuid        not null,
    agreed           boolean,
    decided_on       date,
    decided_by       text,
    decided_account  uuid,
    decision         text,
    objection_sealed bytea,
    objected_at      timestamptz,
    upheld           boolean,
    answer           text,
    answered_by      text,
    check ((agreed is null) = (decided_on is null) and (agreed is null) = (decision is null)),
    check ((upheld is null) = (answer is null)),
    check (upheld is null or objection_sealed is not null)
);
comment on table reception.ending is '拟定和决定终止安置待遇：理由、听取本人说明、决定、异议';
comment on column reception.ending.reason_sealed is '拟定的理由，SM4 密文';
comment on column reception.ending.heard_on is '听取本人说明的日期';
comment on column reception.ending.heard_sealed is '本人怎么说，SM4 密文';
comment on column reception.ending.agreed is '负责人同意终止没有；没有决定的空着';
comment on column reception.ending.decision is '决定的理由';
comment on column reception.ending.objection_sealed is '本人异议的内容，SM4 密文';
comment on column reception.ending.upheld is '异议成立没有';
create unique index ending_open on reception.ending (reception_id) where agreed is null;
create index ending_code on reception.ending (code_now);

grant select, insert, update on reception.ending to rongyi_app;
grant select, update (objection_sealed, objected_at) on reception.ending to rongyi_self;
grant select, update on reception.ending to rongyi_job;

alter table reception.ending enable row level security;
alter table reception.ending force row level security;
create policy scope on reception.ending to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on reception.ending to rongyi_self
    using (person_id = (select kernel.self_person()) and agreed is not null)
    with check (person_id = (select kernel.self_person()));
create policy job on reception.ending to rongyi_job using (true) with check (true);
create policy owner on reception.ending for select to rongyi_owner using (true);
