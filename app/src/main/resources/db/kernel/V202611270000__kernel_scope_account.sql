-- 本人的消息、本人的设置，不看辖区，看账号。
create function kernel.scope_account() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('rongyi.account', true), '')::uuid;
comment on function kernel.scope_account() is '当前事务是哪个账号在办；没有登录时为空值';
revoke execute on function kernel.scope_account() from public;
grant execute on function kernel.scope_account() to rongyi_app, rongyi_self, rongyi_job;
