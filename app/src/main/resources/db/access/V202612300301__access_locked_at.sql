-- 锁定记下从什么时候起：机器的时钟快过的时候锁的，拨回来以后不能一直锁到那一天。
alter table access.account add column locked_at timestamptz;
comment on column access.account.locked_at is '最近一次自动锁定的时间';
alter table access.stranger add column locked_at timestamptz;
comment on column access.stranger.locked_at is '最近一次锁定的时间';

-- 没有记下从什么时候起的，到此为止；输错的次数还在，再错一次就锁。
update access.account set locked_until = null where locked_until is not null;
update access.stranger set locked_until = null where locked_until is not null;

create function access.is_locked(since timestamptz, until timestamptz, at timestamptz) returns boolean
    language sql immutable parallel safe
    return coalesce(until > at and since < at + interval '10 minutes', false);
comment on function access.is_locked(timestamptz, timestamptz, timestamptz) is
    '自动锁定是否还在：到期为止；起始时间比现在晚十分钟以上的，是时钟快的时候锁的，不算';
revoke execute on function access.is_locked(timestamptz, timestamptz, timestamptz) from public;
grant execute on function access.is_locked(timestamptz, timestamptz, timestamptz) to rongyi_app;
