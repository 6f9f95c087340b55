-- 夜间复核的结果留在这里，运行状况页据此提醒。
create table figures.recount (
    only_row boolean     not null primary key default true check (only_row),
    ran_at   timestamptz not null,
    found    integer     not null check (found >= 0),
    first    text        not null
);
comment on table figures.recount is '最近一次数据复核的结果，只有一行';
comment on column figures.recount.only_row is '只有一行';
comment on column figures.recount.ran_at is '复核完成的时间';
comment on column figures.recount.found is '不符的有几处；零为全部相符';
comment on column figures.recount.first is '其中一处，供查日志用；没有则为空';
grant select, insert, update on figures.recount to rongyi_job;
