-- 亲属代办：委托所及的困难帮扶援助办件，亲属看得到、能补正；决定的依据、不予援助的情形看不到。
create policy kin on relief.aid to rongyi_self
    using (person_id = (select kernel.kin_person())
           and exists (select from approval.case_file c where c.id = aid.id))
    with check (person_id = (select kernel.kin_person())
                and exists (select from approval.case_file c where c.id = aid.id));
