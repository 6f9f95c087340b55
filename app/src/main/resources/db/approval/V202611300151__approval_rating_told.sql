-- 好差评：到窗口来的由提交的单位代为登记，亲属代办的由代办人评；两个人的名字都记下
alter table approval.rating add column told_by text check (told_by <> '');
comment on column approval.rating.told_by is '代为登记、代为评价的人；本人自己评的、到期计入的为空';

create policy kin_insert on approval.rating for insert to rongyi_self
    with check (person_id = (select kernel.kin_person())
                and exists (select from approval.case_file c where c.id = rating.id));
