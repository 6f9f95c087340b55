-- 岗位代理的人代办提交的，也记下用的是谁的岗位：被代理的人不能再审这一件。
alter table approval.case_file add column filed_for uuid;
comment on column approval.case_file.filed_for is '提交人代理岗位时，被代理人的账号；用自己的岗位提交的、本人提交的为空';
