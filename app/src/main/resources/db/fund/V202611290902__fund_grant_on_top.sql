-- 经复核重新核定，多给的部分另是一笔承诺
alter table fund.grant_made add column on_top integer;
comment on column fund.grant_made.on_top is '重新核定时多给的：原办件的第几轮；头一次的没有';
alter table fund.grant_made drop constraint grant_once;
alter table fund.grant_made add constraint grant_once unique nulls not distinct (case_id, fund_id, in_kind, on_top);
