-- 村（社区）变更时按代码找得到。
create index paper_code on reception.paper (code_now);
