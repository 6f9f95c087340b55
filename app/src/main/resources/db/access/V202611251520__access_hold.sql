-- 管理员的锁定与口令输错的锁定分开：前者到解锁为止，设新口令也不解除。
alter table access.account
    add column held    boolean not null default false,
    add column seen_at timestamptz;
comment on column access.account.held is '由管理员锁定，解锁前不能登录';
comment on column access.account.locked_until is '口令连续输错的自动锁定，到此时为止';
comment on column access.account.disabled is '已停用：本人不再使用本系统';
comment on column access.account.seen_at is '最近一次使用的时间，按分钟记';
update access.account a
set seen_at = (select max(s.seen_at) from access.session s where s.account_id = a.id)
where exists (select from access.session s where s.account_id = a.id);
create index account_name on access.account (name);

create table access.account_history (
    id         uuid        not null primary key,
    account_id uuid        not null references access.account,
    at         timestamptz not null,
    change     text        not null check (change in ('LOCK', 'UNLOCK', 'DISABLE', 'RESTORE', 'END_SESSIONS', 'LINK')),
    reason     text        not null,
    actor      text        not null
);
comment on table access.account_history is '账号处置:谁在何时因何锁定、停用、恢复;只增不改';
comment on column access.account_history.change is '处置';
comment on column access.account_history.actor is '办理人与单位，当时的名称';
create index account_history_account on access.account_history (account_id, at desc, id desc);
grant select, insert on access.account_history to rongyi_app;

-- 撤回误开的岗位，同 V202611251053；从未启用的账号连同它的处置记录一并撤回，办理过什么仍在留痕里。
create or replace function access.withdraw_post(subject uuid) returns boolean
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
        if not exists (select from access.post o where o.account_id = holder)
           and exists (select from access.account a
                       where a.id = holder and a.password_hash is null and a.person_id is null) then
            delete from access.link l where l.account_id = holder;
            delete from access.account_history h where h.account_id = holder;
            delete from access.account a where a.id = holder;
        end if;
        return true;
    end
    $$;
