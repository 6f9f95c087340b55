-- 岗位上有没有人：在任、账号能用。夜间据此把没人办的事交给上级。
create function access.manned(unit uuid, roles text[], today date) returns boolean
    language sql stable security definer set search_path = ''
    return exists (
        select from access.post p
        join access.account a on a.id = p.account_id
        where p.unit_id = unit and p.role = any(roles)
          and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
          and not a.disabled and not a.held);
comment on function access.manned(uuid, text[], date) is '某单位的这些岗位今天有没有人';
revoke execute on function access.manned(uuid, text[], date) from public;
grant execute on function access.manned(uuid, text[], date) to rongyi_app, rongyi_self, rongyi_job;
