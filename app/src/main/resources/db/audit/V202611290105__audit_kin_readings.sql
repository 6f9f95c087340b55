-- 谁看过我的档案：亲属代办人替本人看了什么、办了什么，本人也查得到。
drop policy read_own on audit.entry;
drop policy read_own on audit.fresh;
create policy read_own on audit.entry for select to rongyi_self
    using (subject = (select kernel.self_person()) and act in ('OpenNumber', 'ActForFamily'));
create policy read_own on audit.fresh for select to rongyi_self
    using (subject = (select kernel.self_person()) and act in ('OpenNumber', 'ActForFamily'));
