-- 认定以后发现得分有错，由没有经手的负责人决定重新审档：凭什么、为什么，都留着。
create table reception.score_reopening (
    id               uuid        not null primary key,
    reception_id     uuid        not null references reception.reception,
    person_id        uuid        not null,
    code_now         bigint      not null,
    total            numeric     not null,
    reason           text        not null,
    paper            text        not null,
    reopened_at      timestamptz not null,
    reopened_by      text        not null,
    reopened_account uuid        not null
);
comment on table reception.score_reopening is '重新审档：已认定的得分有错，由没有经手的负责人决定';
comment on column reception.score_reopening.total is '重新审档以前认定的总分';
comment on column reception.score_reopening.paper is '凭哪一份文件、材料';
create index score_reopening_reception on reception.score_reopening (reception_id, reopened_at);
create index score_reopening_code on reception.score_reopening (code_now);

grant select, insert on reception.score_reopening to rongyi_app;
grant select on reception.score_reopening to rongyi_self;
grant select, update on reception.score_reopening to rongyi_job;
alter table reception.score_reopening enable row level security;
alter table reception.score_reopening force row level security;
create policy scope on reception.score_reopening to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on reception.score_reopening for select to rongyi_self
    using (person_id = (select kernel.self_person()));
create policy job on reception.score_reopening to rongyi_job using (true) with check (true);
create policy owner on reception.score_reopening for select to rongyi_owner using (true);
