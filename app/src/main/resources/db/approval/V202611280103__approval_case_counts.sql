-- 办件台账的各状态件数：全省一次数几万件，只读索引，不翻带着办理路径的宽行。
create index case_counts on approval.case_file (code_now, state) include (service, applied_on);
