-- 有些行不属于任何单位（公众、登录），范围说不出谁可以看：还要看岗位。
create function kernel.scope_role() returns text
    language sql stable parallel safe
    return nullif(current_setting('rongyi.role', true), '');
comment on function kernel.scope_role() is '当前事务所用岗位的角色；没有岗位时为空值';
revoke execute on function kernel.scope_role() from public;
grant execute on function kernel.scope_role() to rongyi_app, rongyi_self, rongyi_job;
