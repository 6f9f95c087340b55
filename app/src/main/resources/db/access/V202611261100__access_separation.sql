-- 三员分立：系统管理员、安全管理员、审计员，同一人同一时间只能是其中一种（GB/T 22239-2019 8.1.5）。
-- 先锁账号再查，两处同时任用同一人时后一个也查得到。离任日期只会提前，不再查。
create function access.separate_administrators() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        perform from access.account a where a.id = new.account_id for update;
        if exists (select from access.post o
                   where o.account_id = new.account_id and o.id <> new.id and o.role <> new.role
                     and o.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')
                     and daterange(o.valid_from, o.valid_to) && daterange(new.valid_from, new.valid_to)) then
            raise exclusion_violation
                using constraint = 'post_separate_administrators', message = '系统管理员、安全管理员、审计员不能由一人兼任';
        end if;
        return new;
    end
    $$;
comment on function access.separate_administrators() is '三员分立的第二道锁';
revoke all on function access.separate_administrators() from public;
create trigger post_separate_administrators
    before insert or update of account_id, role, valid_from on access.post
    for each row when (new.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'))
    execute function access.separate_administrators();
