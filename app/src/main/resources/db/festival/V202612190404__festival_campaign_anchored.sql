-- 一次慰问给哪些人、各给多少、由哪项资金出、谁批的，同名单一样看守(docs/decisions/0070)。
select audit.watch('festival.campaign', audit.columns_but('festival.campaign'));
