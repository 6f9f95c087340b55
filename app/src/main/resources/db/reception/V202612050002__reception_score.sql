-- 量化评分：部队的评分表、安置部门审档、不一致时上一级认定，各录各的；每项写明凭哪一份材料第几页。
create table reception.score_entry (
    id               uuid        not null primary key,
    reception_id     uuid        not null references reception.reception,
    person_id        uuid        not null,
    code_now         bigint      not null,
    entered_as       text        not null check (entered_as in ('ARMY', 'OFFICE', 'CITY')),
    total            numeric(8, 2),
    stated           numeric(8, 2),
    stops            text[]      not null,
    cleared_why      text,
    cleared_by       text,
    reason           text        not null,
    superseded       boolean     not null default false,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_account uuid        not null
);
comment on table reception.score_entry is '量化评分的一次录入；改录的旧的留着';
comment on column reception.score_entry.entered_as is '录的是谁的：部队评分表、安置部门审档、上一级认定';
comment on column reception.score_entry.total is '按退役那天的标准算出的分；互相矛盾的算不出';
comment on column reception.score_entry.stated is '部队评分表上写的总分';
comment on column reception.score_entry.stops is '互相矛盾的地方；没有经另一人核过的不往下走';
comment on column reception.score_entry.cleared_why is '另一人核对的结论';
comment on column reception.score_entry.reason is '上一级认定的理由';
create unique index score_entry_valid on reception.score_entry (reception_id, entered_as) where not superseded;
create index score_entry_code on reception.score_entry (code_now);

create table reception.score_line (
    entry_id  uuid    not null references reception.score_entry,
    item      text    not null,
    person_id uuid    not null,
    code_now  bigint  not null,
    amount    integer not null check (amount > 0),
    page      text    not null,
    primary key (entry_id, item)
);
comment on table reception.score_line is '量化评分的一项：多少，凭哪一份材料第几页';
comment on column reception.score_line.item is '评分项目（参数 placement.score.…）';
create index score_line_code on reception.score_line (code_now);

create table reception.score (
    reception_id uuid    not null primary key references reception.reception,
    person_id    uuid    not null,
    code_now     bigint  not null,
    state        text    not null check (state in ('ENTERING', 'STOPPED', 'DIFFERS', 'SETTLED')),
    reasons      text[]  not null,
    total        numeric(8, 2),
    settled_on   date,
    notice_until date,
    check ((state = 'SETTLED') = (total is not null and settled_on is not null and notice_until is not null))
);
comment on table reception.score is '量化评分办到哪里、为什么停下、认定多少分';
comment on column reception.score.reasons is '停下或报上一级的原因';
comment on column reception.score.notice_until is '公示到哪天，这天以前本人可以提出异议';
create index score_code on reception.score (code_now);

create table reception.score_objection (
    id              uuid        not null primary key,
    reception_id    uuid        not null references reception.reception,
    person_id       uuid        not null,
    code_now        bigint      not null,
    words_sealed    bytea       not null,
    brought_at      timestamptz not null,
    upheld          boolean,
    answer          text,
    answered_at     timestamptz,
    answered_by     text,
    check ((upheld is null) = (answer is null) and (upheld is null) = (answered_at is null))
);
comment on table reception.score_objection is '本人对评分的异议和答复';
comment on column reception.score_objection.words_sealed is '异议的内容，SM4 密文';
comment on column reception.score_objection.upheld is '异议成立没有；没有答复的空着';
create unique index score_objection_open on reception.score_objection (reception_id) where upheld is null;
create index score_objection_code on reception.score_objection (code_now);

grant select, insert, update on reception.score_entry, reception.score, reception.score_objection to rongyi_app;
grant select, insert on reception.score_line to rongyi_app;
grant select on reception.score_entry, reception.score_line, reception.score, reception.score_objection to rongyi_self;
grant insert on reception.score_objection to rongyi_self;
grant select, update on reception.score_entry, reception.score_line, reception.score, reception.score_objection to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['score_entry', 'score_line', 'score', 'score_objection'] loop
        execute format('alter table reception.%I enable row level security', one);
        execute format('alter table reception.%I force row level security', one);
        execute format('create policy scope on reception.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy self on reception.%I for select to rongyi_self
            using (person_id = (select kernel.self_person()))', one);
        execute format('create policy job on reception.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on reception.%I for select to rongyi_owner using (true)', one);
    end loop;
end $$;
create policy self_brings on reception.score_objection for insert to rongyi_self
    with check (person_id = (select kernel.self_person()) and upheld is null and answered_by is null);
