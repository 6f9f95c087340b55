-- 备份：每做一次记一行。备份文件本身在数据库之外，里面没有密钥。
create schema backup;
comment on schema backup is '备份';
grant usage on schema backup to rongyi_app, rongyi_job;

create table backup.run (
    id         uuid        not null primary key,
    began_at   timestamptz not null,
    ended_at   timestamptz,
    place      text        not null,
    size       bigint,
    content    text,
    row_count  bigint,
    file_count bigint,
    verified   boolean     not null default false,
    problem    text
);
create index run_newest on backup.run (began_at desc, id desc);
comment on table backup.run is '备份：每一次的时间、大小、结果';
comment on column backup.run.place is '备份文件的路径';
comment on column backup.run.size is '字节数';
comment on column backup.run.content is '内容摘要（SM3）；恢复出来再备份，摘要相同';
comment on column backup.run.verified is '写完后整个读回，逐部分核对过摘要';
comment on column backup.run.problem is '没有做成的原因；做成的为空';

grant select on backup.run to rongyi_app;
grant select, insert, update, delete on backup.run to rongyi_job;

create view backup.step as
select version, description, checksum from flyway.history where success and version is not null;
comment on view backup.step is '建成现在的表结构的每一步迁移';
grant select on backup.step to rongyi_app, rongyi_job;
