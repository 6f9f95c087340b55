create schema act;
grant usage on schema act to rongyi_app, rongyi_self, rongyi_job;

create table act.command (
    actor_key    text        not null,
    id           uuid        not null,
    act          text        not null,
    digest       text        not null,
    subject      uuid,
    outcome_type text,
    outcome      jsonb,
    at           timestamptz not null,
    primary key (actor_key, id)
);
comment on table act.command is '办理命令:同一命令只办一次;再次提交返回首次结果';
comment on column act.command.digest is '命令内容的密钥摘要;同号不同内容即拒绝';

grant select, insert, update on act.command to rongyi_app, rongyi_self, rongyi_job;
