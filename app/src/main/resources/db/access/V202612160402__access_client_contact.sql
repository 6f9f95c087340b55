-- 接口用户的记录在认出是谁之前就要读（核对签名），不能按范围上锁；对方联系人和电话是个人信息，只给管接口的岗位看。
revoke select on access.client from rongyi_app;
grant select (id, key_id, name, purpose, territory, grants, per_minute, per_day, secret_sealed, key_at, state, proposed_by,
              proposed_name, proposed_at, decided_name, decided_at, revoked_name, revoked_at, revoked_for, used_at)
    on access.client to rongyi_app;

create function access.contact_of(client uuid) returns text
    language sql stable security definer set search_path = ''
    return (select c.contact from access.client c
            where c.id = client and kernel.scope_role() in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'LEADER'));
comment on function access.contact_of(uuid) is '接口用户的联系人和电话；不是管接口的岗位，答空值';
revoke all on function access.contact_of(uuid) from public;
grant execute on function access.contact_of(uuid) to rongyi_app;
