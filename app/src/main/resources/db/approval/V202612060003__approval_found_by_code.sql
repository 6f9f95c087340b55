-- 区划变更时按旧代码找到要转移的行。
create index task_code on approval.task (code_now);
create index event_code on approval.event (code_now);
create index stop_code on approval.stop (code_now);
create index delivery_code on approval.delivery (code_now);
create index public_notice_code on approval.public_notice (code_now);
create index objection_code on approval.objection (code_now);
create index recheck_code on approval.recheck (code_now);
