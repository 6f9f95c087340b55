-- 一个村一年的数：先按种类逐月去查要下探近百次；一个村的汇总不过几百行，按代码一次读完更快。
create index rollup_village_code on figures.rollup_village (code, month);
