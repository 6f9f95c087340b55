-- 台账默认看在办的：全省四十多万件里在办的很少，不能从给过的里面一件件找。
create index aid_waiting on relief.aid (applied_on desc, id desc) where granted_modes is null;
create index emergency_waiting on relief.emergency (applied_on desc, id desc) where paid_on is null;
