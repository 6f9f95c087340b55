-- 亲属代办填表要对着档案的首页：姓名、遮住的号码、类别、住处。走访、需求、同意、谁看过，一概没有。
create policy kin on person.person for select to rongyi_self using (id = (select kernel.kin_person()));
create policy kin on person.place for select to rongyi_self using (person_id = (select kernel.kin_person()));
create policy kin on person.correction_request to rongyi_self
    using (person_id = (select kernel.kin_person())
           and exists (select from approval.case_file c where c.id = correction_request.id))
    with check (person_id = (select kernel.kin_person())
                and exists (select from approval.case_file c where c.id = correction_request.id));
