-- 任职是个人信息（用工方式、编制、是否退役军人）：同别的表一样，只有管辖范围内的岗位看得到。
-- 机构的代码写在任职上，锁才不必逐行去查机构；代码改了，由外键带着改。
alter table organisation.staff add column code_now bigint;
update organisation.staff s set code_now = u.code_now from organisation.unit u where u.id = s.unit_id;
alter table organisation.staff alter column code_now set not null;
comment on column organisation.staff.code_now is '所在机构的现行区划代码，随机构改';
create index staff_code on organisation.staff (code_now);

alter table organisation.unit add constraint unit_with_code unique (id, code_now);
alter table organisation.staff add constraint staff_unit_with_code
    foreign key (unit_id, code_now) references organisation.unit (id, code_now) on update cascade;
alter table organisation.staff drop constraint staff_unit_id_fkey;

alter table organisation.staff enable row level security;
alter table organisation.staff force row level security;
create policy scope on organisation.staff to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on organisation.staff to rongyi_job using (true) with check (true);
create policy owner on organisation.staff to rongyi_owner using (true) with check (true);

-- 一个人可能也在范围以外任职：只答有没有，不答在哪里、是什么岗位。
create function organisation.serves_outside(account uuid, ranges int8multirange) returns boolean
    language sql stable security definer set search_path = ''
    return exists (select from organisation.staff s
                   where s.account_id = account and s.valid_to is null and not s.code_now <@ ranges);
comment on function organisation.serves_outside(uuid, int8multirange) is '这个账号在这些代码以外也有现任岗位';
revoke all on function organisation.serves_outside(uuid, int8multirange) from public;
grant execute on function organisation.serves_outside(uuid, int8multirange) to rongyi_app, rongyi_job;

-- 谁在管一个地方的站、镇街、县里在岗：下级也要认得上级去的人，只答姓名和单位。
create function organisation.on_duty(responsible uuid, codes bigint[], day date)
    returns table (account uuid, name text, unit text)
    language sql stable security definer set search_path = ''
    as $$
        select s.account_id, s.name, u.name
        from organisation.unit u
        join organisation.staff s on s.unit_id = u.id
        where (u.id = on_duty.responsible or u.code_now = any (on_duty.codes)) and u.kind <> 'PARTNER'
          and s.valid_from <= on_duty.day and (s.valid_to is null or s.valid_to > on_duty.day)
        order by u.code_now desc, s.id
    $$;
comment on function organisation.on_duty(uuid, bigint[], date) is '某一天在这个机构和这些代码的机构里任职的人，近的在前';
revoke all on function organisation.on_duty(uuid, bigint[], date) from public;
grant execute on function organisation.on_duty(uuid, bigint[], date) to rongyi_app;
