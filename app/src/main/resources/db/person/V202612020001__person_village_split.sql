-- 拆分出来的村（社区）没有人：谁划到哪里，由镇街、县区一批一批地答，答完了记在这里。
create table person.village_division (
    old_code     bigint      not null,
    effective_on date        not null,
    done_by      text        not null,
    done_unit    text        not null,
    done_at      timestamptz not null,
    primary key (old_code, effective_on)
);
comment on table person.village_division is '拆分后人员划分完毕的村（社区）';
comment on column person.village_division.old_code is '被拆分的村（社区），拆分前的代码';
comment on column person.village_division.effective_on is '拆分生效的日期；以后再拆分，另有一行';

grant select, insert on person.village_division to rongyi_app;
grant select on person.village_division to rongyi_job;
