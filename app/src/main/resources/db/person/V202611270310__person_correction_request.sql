-- 更正个人信息的申请：要改成什么，封存；办到哪里在办件里。
create table person.correction_request (
    id             uuid    not null primary key,
    person_id      uuid    not null references person.person,
    code_now       bigint  not null,
    file_version   integer not null,
    content_sealed bytea   not null,
    version        integer not null default 1
);
comment on table person.correction_request is '更正个人信息的申请，编号即办件编号';
comment on column person.correction_request.id is '办件';
comment on column person.correction_request.file_version is '申请时档案的版本';
comment on column person.correction_request.content_sealed is '要改成什么、为什么，SM4 密文';
create index correction_request_person on person.correction_request (person_id);
create index correction_request_code on person.correction_request (code_now);

grant select, insert, update on person.correction_request to rongyi_app, rongyi_self;
grant select, update on person.correction_request to rongyi_job;

alter table person.correction_request enable row level security;
alter table person.correction_request force row level security;
create policy scope on person.correction_request to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on person.correction_request to rongyi_self
    using (person_id = (select kernel.self_person()))
    with check (person_id = (select kernel.self_person()));
create policy job on person.correction_request to rongyi_job using (true) with check (true);
