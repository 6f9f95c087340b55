-- 区划变更时按旧代码找到要转移的行。
create index draft_file_code on documents.draft_file (code_now);
