-- 接收单位的人没有辖区：看本单位的，不看地方。
create function kernel.scope_unit() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('rongyi.unit', true), '')::uuid;
comment on function kernel.scope_unit() is '当前事务是哪个单位的岗位在办；不是工作人员时为空值';
revoke execute on function kernel.scope_unit() from public;
grant execute on function kernel.scope_unit() to rongyi_app, rongyi_self, rongyi_job;

-- 业务时钟说的现在：到点开、到点关的，程序和数据库看同一个钟。
create function kernel.scope_now() returns timestamptz
    language sql stable parallel safe
    return coalesce(nullif(current_setting('rongyi.now', true), '')::timestamptz, now());
comment on function kernel.scope_now() is '当前事务开始时业务时钟的时间；没有说的，用数据库的';
revoke execute on function kernel.scope_now() from public;
grant execute on function kernel.scope_now() to rongyi_app, rongyi_self, rongyi_job;
