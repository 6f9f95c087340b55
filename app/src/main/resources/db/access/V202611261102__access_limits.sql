-- 限速与防猜测：数在库里，几个进程共用一扇门；重启丢了也不要紧，所以不记日志。
create unlogged table access.attempt (
    kind  text        not null,
    key   text        not null,
    since timestamptz not null,
    count integer     not null,
    primary key (kind, key)
);
comment on table access.attempt is '没有成功的尝试:某类、某来源在这一时段里的次数';
comment on column access.attempt.key is '来源地址带钥匙的散列，看不出地址';

create unlogged table access.stranger (
    name         text        not null primary key,
    failed_count integer     not null,
    locked_until timestamptz,
    at           timestamptz not null
);
comment on table access.stranger is '不存在的用户名:与真账号一样计数、一样锁定，免得从锁定与否看出有没有这个人';
comment on column access.stranger.name is '所填用户名带钥匙的散列，看不出填了什么';

grant select, insert, update on access.attempt, access.stranger to rongyi_app;
grant select, delete on access.attempt, access.stranger, access.sign_in_step to rongyi_job;
