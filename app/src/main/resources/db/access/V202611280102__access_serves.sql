-- 指定一个人办的事，那个人不在岗了要有人接着办：只回答这个人今天在不在某单位的这些岗位上。
create function access.serves(account uuid, unit uuid, roles text[], today date) returns boolean
    language sql stable security definer set search_path = ''
    return exists (
        select from access.post p
        join access.account a on a.id = p.account_id
        where p.account_id = account and p.unit_id = unit and p.role = any(roles)
          and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
          and not a.disabled and not a.held);
comment on function access.serves(uuid, uuid, text[], date) is '某人今天是否在某单位的这些岗位上';
revoke execute on function access.serves(uuid, uuid, text[], date) from public;
grant execute on function access.serves(uuid, uuid, text[], date) to rongyi_app, rongyi_self, rongyi_job;
