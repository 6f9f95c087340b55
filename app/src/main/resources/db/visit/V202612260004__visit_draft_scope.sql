-- 草稿也有第二把锁：只有写它的岗位所在单位的辖区里看得到；哪个岗位写的、给谁看，仍由程序按岗位找。
-- 单位和它的现行代码写在草稿上，锁才不必每存一次就去查全部岗位和单位；代码改了，由区划变更带着改。
alter table visit.draft add column unit_id uuid, add column code_now bigint;
update visit.draft d set unit_id = u.id, code_now = u.code_now
from access.post p join organisation.unit u on u.id = p.unit_id
where p.id = d.post_id;
delete from visit.draft where unit_id is null; -- 岗位已不在的，谁也打不开
alter table visit.draft alter column unit_id set not null, alter column code_now set not null;
comment on column visit.draft.unit_id is '写它的岗位所在的单位';
comment on column visit.draft.code_now is '这个单位的现行区划代码，随区划变更改';
create index draft_code on visit.draft (code_now);

alter table visit.draft enable row level security;
alter table visit.draft force row level security;
create policy scope on visit.draft to rongyi_app
    using (unit_id = (select kernel.scope_unit()) or code_now <@ (select kernel.scope_ranges()))
    with check (unit_id = (select kernel.scope_unit()) or code_now <@ (select kernel.scope_ranges()));
create policy job on visit.draft to rongyi_job using (true) with check (true);
create policy removal on visit.draft to rongyi_owner using (removal.at_work()) with check (removal.at_work());
