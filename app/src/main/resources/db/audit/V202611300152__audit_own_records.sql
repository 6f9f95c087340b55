-- 谁看过我的档案：单位打开他的办件、材料和文书，本人也查得到。
drop policy read_own on audit.entry;
drop policy read_own on audit.fresh;
create policy read_own on audit.entry for select to rongyi_self
    using (subject = (select kernel.self_person()) and act in ('OpenNumber', 'ActForFamily', 'ReadRecord'));
create policy read_own on audit.fresh for select to rongyi_self
    using (subject = (select kernel.self_person()) and act in ('OpenNumber', 'ActForFamily', 'ReadRecord'));
