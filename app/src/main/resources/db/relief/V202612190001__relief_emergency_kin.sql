-- 亲属代办：委托所及的应急救助办件，亲属看得到、能补正；决定的依据看不到。
create policy kin on relief.emergency to rongyi_self
    using (person_id = (select kernel.kin_person())
           and exists (select from approval.case_file c where c.id = emergency.id))
    with check (person_id = (select kernel.kin_person())
                and exists (select from approval.case_file c where c.id = emergency.id));

-- 委托了应急救助的，办以前要知道同一个人有没有在办的
create or replace function relief.knows(person uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
        select exists (select from person.place p
                       where p.person_id = person and p.valid_to is null and p.code_now <@ (select kernel.scope_ranges()))
            or exists (select from relief.aid a
                       where a.person_id = person and a.code_now <@ (select kernel.scope_ranges()))
            or exists (select from relief.emergency e
                       where e.person_id = person and e.code_now <@ (select kernel.scope_ranges()))
            or person = (select kernel.self_person())
            or person = (select kernel.kin_person()) and 'EMERGENCY' = any ((select kernel.kin_services())::text[])
    $$;
