-- 受助人换了由别的村（社区）联系，没有付完的承诺随之归那里：那里的人要能当面发、能更正账号。
create policy follow on fund.grant_made for update to rongyi_owner using (true);

create function fund.move_grants(p_grants uuid[], p_code bigint) returns void
    language sql volatile security definer set search_path = ''
    as $$
        update fund.grant_made m set code_now = p_code
        where m.id = any(p_grants) and m.state in ('WAITING', 'RETURNED')
    $$;
comment on function fund.move_grants(uuid[], bigint) is '还没有付的承诺归新的村（社区）';
revoke all on function fund.move_grants(uuid[], bigint) from public;
grant execute on function fund.move_grants(uuid[], bigint) to rongyi_app;
