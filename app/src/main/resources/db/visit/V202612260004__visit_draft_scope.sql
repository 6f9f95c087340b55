-- 草稿也有第二把锁：只有写它的岗位所在单位的辖区里看得到；哪个岗位写的、给谁看，仍由程序按岗位找。
alter table visit.draft enable row level security;
alter table visit.draft force row level security;
create policy scope on visit.draft to rongyi_app
    using (post_id in (select p.id from access.post p join organisation.unit u on u.id = p.unit_id
                       where u.id = (select kernel.scope_unit()) or u.code_now <@ (select kernel.scope_ranges())))
    with check (post_id in (select p.id from access.post p join organisation.unit u on u.id = p.unit_id
                            where u.id = (select kernel.scope_unit()) or u.code_now <@ (select kernel.scope_ranges())));
create policy job on visit.draft to rongyi_job using (true) with check (true);
create policy removal on visit.draft to rongyi_owner using (removal.at_work()) with check (removal.at_work());
