-- 保存期限：哪一类到期的记录在哪一夜删了多少；只增不改。
create schema retention;
grant usage on schema retention to rongyi_app, rongyi_job;

create table retention.run (
    id      uuid        not null primary key,
    kind    text        not null,
    before  date        not null,
    deleted bigint      not null check (deleted > 0),
    at      timestamptz not null
);
comment on table retention.run is '到期删除：一类一次一条，没有到期的不记';
comment on column retention.run.kind is '哪一类';
comment on column retention.run.before is '这一天以前的删去';
comment on column retention.run.deleted is '删了多少条';
create index run_kind on retention.run (kind, at desc);

grant select on retention.run to rongyi_app;
grant select, insert on retention.run to rongyi_job;

grant delete on act.command to rongyi_job;
grant delete on notice.message, notice.outbox to rongyi_job;
create index command_at on act.command using brin (at);
