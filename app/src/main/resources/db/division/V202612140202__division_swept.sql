-- 几个进程共用一个库：转移之后再收一遍，别的进程还没得知变更的那一秒里按旧代码写下的也转走。
alter table division.successor add column records_swept_at timestamptz;
comment on column division.successor.records_swept_at is '转移后再收一遍的时间；空为还没有';
update division.successor set records_swept_at = records_moved_at;
create index successor_unswept on division.successor (records_moved_at) where main and records_swept_at is null;
grant update (records_swept_at) on division.successor to rongyi_job;
