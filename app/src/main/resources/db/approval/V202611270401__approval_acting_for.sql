-- 岗位代理的人办的，也记下代谁办的：两人不能分办互相监督的两个环节。
alter table approval.task add column done_for uuid;
comment on column approval.task.done_for is '代谁办的，被代理人的账号；用自己的岗位办的为空';
