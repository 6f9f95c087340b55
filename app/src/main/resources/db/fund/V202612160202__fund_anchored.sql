-- 账上的每一张表都看守(docs/decisions/0056)。凭证、分录、账簿、来源和余额不在内：它们另有凭证摘要，并逐笔重算。
select audit.watch(t.place::regclass, audit.columns_but(t.place::regclass, t.but))
from (values
    ('fund.fund', '{}'::text[]), ('fund.account', '{balance}'), ('fund.gift', '{}'), ('fund.grant_made', '{}'),
    ('fund.batch', '{}'), ('fund.payment', '{}'), ('fund.result_file', '{}'), ('fund.result_line', '{}'),
    ('fund.settlement', '{}'), ('fund.payee_change', '{}'), ('fund.closing', '{}'), ('fund.bank_statement', '{}'),
    ('fund.bank_line', '{}'), ('fund.bank_match', '{}'), ('fund.raising_plan', '{}'), ('fund.purpose_change', '{}'),
    ('fund.disclosure', '{}'), ('fund.disclosure_line', '{}'), ('fund.related_person', '{}'), ('fund.sample', '{}'),
    ('fund.sample_unit', '{}'), ('fund.sample_check', '{}'), ('fund.recovery', '{}'), ('fund.repayment', '{}'),
    ('fund.overpaid_over', '{}'), ('fund.late_repayment', '{}')) t (place, but);
