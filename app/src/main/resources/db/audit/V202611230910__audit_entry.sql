create schema audit;
grant usage on schema audit to rongyi_app, rongyi_job, rongyi_self;

create table audit.entry (
    id          uuid        not null primary key,
    at          timestamptz not null,
    actor_key   text        not null,
    actor_name  text        not null,
    account_id  uuid,
    post_id     uuid,
    unit_id     uuid,
    unit_code   bigint,
    act         text        not null,
    subject     uuid,
    outcome     text        not null,
    done        boolean     not null,
    request_id  text
);
comment on table audit.entry is '留痕:每一次办理及其结果,只增不改';
comment on column audit.entry.unit_code is '办理单位所在区划;审计员按此查阅';
comment on column audit.entry.subject is '所办事项的记录';
create index entry_unit on audit.entry (unit_code, at desc, id desc);
create index entry_subject on audit.entry (subject) where subject is not null;

grant select, insert on audit.entry to rongyi_app, rongyi_job;
grant insert on audit.entry to rongyi_self;

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy write_all on audit.entry for insert to rongyi_app, rongyi_self, rongyi_job with check (true);
create policy read_scope on audit.entry for select to rongyi_app
    using (unit_code >= (select kernel.scope_low()) and unit_code < (select kernel.scope_high()));
create policy read_job on audit.entry for select to rongyi_job using (true);
