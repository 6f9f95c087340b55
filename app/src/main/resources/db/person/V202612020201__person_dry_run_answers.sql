-- 核对名单时告知“号码已在别处建档”的次数：按账号按天数，重新启动、换一个进程也接着数。
create table person.dry_run_answer (
    account_id uuid    not null primary key,
    told_on    date    not null,
    times      integer not null
);
comment on table person.dry_run_answer is '核对名单时告知“号码已在别处建档”的次数，只留当天';

grant select, insert, update on person.dry_run_answer to rongyi_job;
