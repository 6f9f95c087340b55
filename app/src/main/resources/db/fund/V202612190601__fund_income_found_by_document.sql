-- 登记收入先查同一张凭据入过账没有：摘要以凭据结尾，倒着写才能按索引查。
create index entry_income on fund.entry (fund_id, kind, happened_on, reverse(words) text_pattern_ops)
    where kind in ('PRINCIPAL', 'RETURN', 'APPROPRIATION');
