create schema schedule;
comment on schema schedule is '定时作业';

-- The columns and indexes are those db-scheduler 16 asks for.
create table schedule.task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
) with (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
comment on table schedule.task is '定时作业:每项一行,一次只由一个程序取走';
comment on column schedule.task.task_name is '作业名:房间.作业';
comment on column schedule.task.execution_time is '下次执行时间';
comment on column schedule.task.picked_by is '正在执行的程序';
comment on column schedule.task.last_heartbeat is '执行中的程序最近一次心跳;久无心跳则由他人接手';
create index task_due on schedule.task (execution_time);
create index task_heartbeat on schedule.task (last_heartbeat);

grant usage on schema schedule to rongyi_job;
grant select, insert, update, delete on schedule.task to rongyi_job;
