-- 运行：每个程序每隔十几秒在这里报到，同一数据库上有几个程序在运行，一看就知道。
create schema operation;
comment on schema operation is '运行';
grant usage on schema operation to rongyi_job;

create table operation.process (
    id         uuid        not null primary key,
    host       text        not null,
    pid        bigint      not null,
    version    text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
comment on table operation.process is '正在运行的程序；很久没有报到的由别的程序划去';
comment on column operation.process.seen_at is '最近一次报到';

grant select, insert, update, delete on operation.process to rongyi_job;
