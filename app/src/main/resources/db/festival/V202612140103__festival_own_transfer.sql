-- 本人也看得到慰问金转到了没有：到哪一步在资金的承诺里
grant select (money_grant) on festival.line to rongyi_self;
