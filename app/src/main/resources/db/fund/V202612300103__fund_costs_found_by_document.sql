-- 费用同收入一样，先查同一张票据入过账没有。
drop index fund.entry_income;
create index entry_paper on fund.entry (fund_id, kind, happened_on, reverse(words) text_pattern_ops)
    where kind in ('PRINCIPAL', 'RETURN', 'APPROPRIATION', 'MANAGEMENT');
