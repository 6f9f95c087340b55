-- 岗位代理：休假、出差期间由同单位的同事代为办理；代理人用自己的账号，办的事都记两个人的名字。
create table access.delegation (
    id         uuid        not null primary key,
    post_id    uuid        not null references access.post,
    deputy_id  uuid        not null references access.account,
    first_day  date        not null,
    last_day   date        not null,
    reason     text        not null check (reason <> ''),
    named_by   text        not null,
    named_at   timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    check (last_day >= first_day),
    check ((ended_by is null) = (ended_at is null))
);
comment on table access.delegation is '岗位代理：某岗位在一段日子里由同单位的另一人代为办理';
comment on column access.delegation.post_id is '被代理的岗位';
comment on column access.delegation.deputy_id is '代理人的账号';
comment on column access.delegation.first_day is '代理的第一天';
comment on column access.delegation.last_day is '代理的最后一天，过了当天自行结束';
comment on column access.delegation.reason is '为什么要代理';
comment on column access.delegation.named_by is '由谁指定';
comment on column access.delegation.named_at is '指定的时间';
comment on column access.delegation.ended_by is '由谁提前结束；空为没有提前结束';
comment on column access.delegation.ended_at is '提前结束的时间';
create index delegation_deputy on access.delegation (deputy_id) where ended_at is null;
create index delegation_post on access.delegation (post_id);

grant select, insert, update on access.delegation to rongyi_app;
grant select on access.delegation to rongyi_job;

-- 同 V202611251520；有过代理的岗位、做过代理人的账号不再当作“误开”。
create or replace function access.withdraw_post(subject uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        holder uuid;
    begin
        select p.account_id into holder from access.post p where p.id = subject and p.valid_to is null for update;
        if holder is null
           or exists (select from access.session s where s.post_id = subject)
           or exists (select from access.delegation d where d.post_id = subject or d.deputy_id = holder)
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
