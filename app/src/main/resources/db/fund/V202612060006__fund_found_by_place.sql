-- 区划变更时按旧代码找到要转移的行。
create index lot_place on fund.lot (place_now);
create index purpose_change_place on fund.purpose_change (place_now);
