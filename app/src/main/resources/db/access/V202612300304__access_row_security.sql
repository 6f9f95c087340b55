-- 第二把锁：登录、口令、验证码、会话，在知道是谁以前就要读，不能按范围上锁。
-- 一句话要动哪个账号的行，或者凭哪个令牌找，先在事务里说；没有说的，一行也看不到；说了哪个，只看得到那一个。
create function access.whose() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('rongyi.whose', true), '')::uuid;
comment on function access.whose() is '当前事务在办哪个账号的登录、口令、会话；没有说的为空值';

create function access.presented() returns text
    language sql stable parallel safe
    return nullif(current_setting('rongyi.presented', true), '');
comment on function access.presented() is '当前事务出示的令牌的散列、认证平台给的编号；没有出示的为空值';

revoke execute on function access.whose(), access.presented() from public;
grant execute on function access.whose(), access.presented() to rongyi_app, rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['session', 'past_password', 'second_factor', 'recovery_code', 'known_device', 'link',
                               'sign_in_step', 'identity', 'identity_step', 'sms_code', 'account_history'] loop
        execute format('alter table access.%I enable row level security', one);
        execute format('alter table access.%I force row level security', one);
        execute format('create policy owner on access.%I to rongyi_owner using (true) with check (true)', one);
    end loop;
    foreach one in array array['session', 'past_password', 'second_factor', 'recovery_code', 'known_device', 'link',
                               'sign_in_step', 'identity', 'account_history'] loop
        execute format('create policy whose on access.%I to rongyi_app '
                       'using (account_id = (select access.whose())) with check (account_id = (select access.whose()))', one);
    end loop;
    foreach one in array array['link', 'sign_in_step', 'identity_step', 'sms_code'] loop
        execute format('create policy presented on access.%I to rongyi_app '
                       'using (token_hash = (select access.presented())) with check (token_hash = (select access.presented()))', one);
    end loop;
    -- 作业只封存、清扫
    foreach one in array array['session', 'second_factor', 'sign_in_step', 'identity_step', 'sms_code'] loop
        execute format('create policy job on access.%I to rongyi_job using (true) with check (true)', one);
    end loop;
end $$;

create policy subject on access.identity to rongyi_app
    using (subject = (select access.presented())) with check (subject = (select access.presented()));
-- 管理员登记了、等确认的，办公的人看得到在等谁
create policy waiting on access.identity for select to rongyi_app
    using (waiting and (select kernel.scope_role()) is not null);

-- 去统一身份认证没有回来的，和别的一起由作业清扫。
grant select, delete on access.identity_step to rongyi_job;

-- 每个请求第一件事：凭令牌的散列找会话。除此以外没有别的办法不说账号就读到会话。plpgsql 记得住计划，每次不必再想一遍。
create function access.session_of(token text, idle_since timestamptz, born_since timestamptz, ahead timestamptz)
    returns table (id uuid, account_id uuid, post_id uuid, mandate_id uuid, level smallint, seen_at timestamptz,
                   username text, name text, must_change boolean, person_id uuid, bound boolean)
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
        return query
        select s.id, s.account_id, s.post_id, s.mandate_id, s.level, s.seen_at,
               a.username, a.name, a.must_change, a.person_id,
               exists (select from access.second_factor f
                       where f.account_id = a.id and f.confirmed_at is not null)
        from access.session s
        join access.account a on a.id = s.account_id
        where s.token_hash = token and not a.disabled and not a.held
          and s.seen_at > idle_since and s.created_at > born_since and greatest(s.seen_at, s.created_at) < ahead;
    end
    $$;
comment on function access.session_of(text, timestamptz, timestamptz, timestamptz) is '凭令牌的散列找会话';
revoke all on function access.session_of(text, timestamptz, timestamptz, timestamptz) from public;
grant execute on function access.session_of(text, timestamptz, timestamptz, timestamptz) to rongyi_app;
