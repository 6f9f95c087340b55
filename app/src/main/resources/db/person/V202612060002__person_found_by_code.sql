-- 区划变更时按旧代码找到要转移的行。姓名拼字由人员的所在地找到，不另建索引。
create index place_past on person.place (code_now) where valid_to is not null;
create index handover_from_any on person.handover (from_code);
create index handover_to_any on person.handover (to_code);
