-- 区划变更时按旧代码找到要转移的行。
create index line_code on festival.line (code_now);
