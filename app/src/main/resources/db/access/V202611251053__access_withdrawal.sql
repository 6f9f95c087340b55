-- 撤回误开的岗位：从未启用、再无其他岗位的账号一并撤回。程序没有删除的权限。
create function access.withdraw_post(subject uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        holder uuid;
    begin
        select p.account_id into holder from access.post p where p.id = subject and p.valid_to is null for update;
        if holder is null
           or exists (select from access.session s where s.post_id = subject)
           or not exists (select from access.account a
                          where a.id = holder
                            and (a.password_hash is null
                                 or exists (select from access.post o where o.account_id = holder and o.id <> subject))) then
            return false;
        end if;
        delete from access.post p where p.id = subject;
        if not exists (select from access.post o where o.account_id = holder) then
            delete from access.link l where l.account_id = holder;
            delete from access.account a where a.id = holder and a.password_hash is null and a.person_id is null;
        end if;
        return true;
    end
    $$;
comment on function access.withdraw_post(uuid) is
    '撤回误开的岗位；正在该岗位登录的、唯一岗位且已启用账号的不动，回答 false';
revoke all on function access.withdraw_post(uuid) from public;
grant execute on function access.withdraw_post(uuid) to rongyi_app;
create index link_account on access.link (account_id);
