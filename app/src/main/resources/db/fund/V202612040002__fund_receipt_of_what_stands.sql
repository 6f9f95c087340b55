-- 票据号登记错了、红字冲回以后可以重新登记：同一票据号只限没有冲回的一笔，登记时锁着资金查。
alter table fund.gift drop constraint gift_receipt;
create index gift_receipt on fund.gift (fund_id, receipt);
