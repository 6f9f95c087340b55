-- 区划变更时按旧代码找到要转移的行；没有这些索引，每转移一个村就要把全省的表扫一遍，而转移期间别人不能办理。
create index attendee_code on visit.attendee (code_now);
create index history_code on visit.history (code_now);
create index photo_code on visit.photo (code_now);
create index contact_inactive on visit.contact (code_now) where not active;
