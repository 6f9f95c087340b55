-- 代理岗位的人也收得到写给这个岗位的消息（docs/decisions/0020）。
create or replace function notice.holders(at_unit uuid, as_role text, today date)
    returns table (account_id uuid)
    language sql stable security definer set search_path = ''
    as $$
        select p.account_id
        from access.post p
        join access.account a on a.id = p.account_id
        where p.unit_id = at_unit and p.role = as_role
          and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
          and not a.disabled
        union
        select d.deputy_id
        from access.post p
        join access.delegation d on d.post_id = p.id
        join access.account a on a.id = d.deputy_id
        where p.unit_id = at_unit and p.role = as_role
          and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
          and d.ended_at is null and d.first_day <= today and d.last_day >= today
          and not a.disabled and not a.held
    $$;
