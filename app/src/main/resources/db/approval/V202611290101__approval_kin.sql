-- 亲属代办的办件：记下凭哪一份委托；代办人看得到委托所及的服务的办件，别的看不到。
alter table approval.case_file add column filed_mandate uuid;
comment on column approval.case_file.filed_mandate is '亲属代办凭的委托；本人、单位提交的为空';
alter table approval.case_file drop constraint case_agent_with_ground;
alter table approval.case_file add constraint case_agent_with_ground
    check ((filed_unit is null and filed_mandate is null) = (filed_ground is null));
comment on column approval.case_file.filed_account is '提交人的账号：本人、代办的工作人员或亲属';
comment on column approval.case_file.filed_ground is '代办缘由；本人提交为空';

create policy kin on approval.case_file to rongyi_self
    using (person_id = (select kernel.kin_person()) and service = any ((select kernel.kin_services())::text[]))
    with check (person_id = (select kernel.kin_person()) and service = any ((select kernel.kin_services())::text[]));

do $$
declare
    t text;
begin
    foreach t in array array['task', 'event', 'stop', 'delivery'] loop
        execute format(
            'create policy kin on approval.%1$I to rongyi_self
                 using (person_id = (select kernel.kin_person())
                        and exists (select from approval.case_file c where c.id = %1$I.case_id))
                 with check (person_id = (select kernel.kin_person())
                             and exists (select from approval.case_file c where c.id = %1$I.case_id))', t);
    end loop;
end
$$;
create policy kin on approval.rating for select to rongyi_self
    using (person_id = (select kernel.kin_person())
           and exists (select from approval.case_file c where c.id = rating.id));

-- 办件的材料和文书跟着办件走；填表时先放着的文件是代办人自己的表单的。
create policy kin on documents.attachment to rongyi_self
    using (person_id = (select kernel.kin_person())
           and exists (select from approval.case_file c where c.id = attachment.owner_id))
    with check (person_id = (select kernel.kin_person())
                and exists (select from approval.case_file c where c.id = attachment.owner_id));
create policy kin on documents.issued for select to rongyi_self
    using (person_id = (select kernel.kin_person())
           and exists (select from approval.case_file c where c.id = issued.owner_id));
create policy kin on documents.draft_file to rongyi_self
    using (person_id = (select kernel.kin_person()))
    with check (person_id = (select kernel.kin_person()));
