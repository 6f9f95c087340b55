-- 谁看过我的档案(个人信息保护法 第44、45条)：本人查得到谁看过自己的号码，别的留痕仍然看不到。
grant select on audit.entry, audit.fresh, audit.trail to rongyi_self;
create policy read_own on audit.entry for select to rongyi_self
    using (subject = (select kernel.self_person()) and act = 'OpenNumber');
create policy read_own on audit.fresh for select to rongyi_self
    using (subject = (select kernel.self_person()) and act = 'OpenNumber');
