-- 收款账号的指纹(docs/decisions/0070)：密文会随密钥重新加密，摘要里不能有它；指纹不换密钥，和别的列一样看守。
-- 只换密文、把同一行从前的密文放回来，指纹就对不上。以前的行，启动时由 AccountPrints 补上。
alter table fund.grant_made add column account_print text;
alter table fund.payment add column account_print text;
alter table fund.payee_change add column account_print text;
comment on column fund.grant_made.account_print is '收款账号的指纹，带密钥，每行不同；没有账号的为空';
comment on column fund.payment.account_print is '编批时收款账号的指纹，带密钥，每行不同；没有账号的为空';
comment on column fund.payee_change.account_print is '更正后账号的指纹，带密钥，每行不同';
grant update (account_print) on fund.grant_made to rongyi_app;
create index grant_made_unprinted on fund.grant_made (id) where account_sealed is not null and account_print is null;
create index payment_unprinted on fund.payment (id) where account_sealed is not null and account_print is null;
create index payee_change_unprinted on fund.payee_change (id) where account_print is null;

-- 账号会更正，指纹跟着变，和账号一样不在凭证所依据的记录里
create or replace function fund.document(p_subject uuid) returns text
    language sql stable set search_path = '' set timezone = 'Asia/Shanghai'
    return (select string_agg(d.document, ' ' order by d.place)
            from (-- 终止的日子后来才有
                  select 1 as place, jsonb_strip_nulls(to_jsonb(f) - 'closed_on')::text as document
                  from fund.fund f where f.id = p_subject
                  union all
                  select 2, jsonb_strip_nulls(to_jsonb(l) - array['place_now', 'received', 'available', 'committed',
                                                                  'in_payment', 'spent'])::text
                  from fund.lot l where l.id = p_subject
                  union all
                  -- 密文换了密钥就变，不入内；它们自带校验
                  select 3, jsonb_strip_nulls(to_jsonb(g) - array['code_now', 'phone_sealed', 'query_sealed'])::text
                  from fund.gift g where g.id = p_subject
                  union all
                  select 4, jsonb_strip_nulls(to_jsonb(m) - array['code_now', 'city', 'county', 'town', 'state', 'payee',
                                                                  'bank', 'account_sealed', 'account_print'])::text
                  from fund.grant_made m where m.id = p_subject
                  union all
                  -- 拨付之后批次只会办结
                  select 5, jsonb_strip_nulls(to_jsonb(b) - array['code_now', 'state', 'settled_at'])::text
                  from fund.batch b where b.id = p_subject
                  union all
                  -- 银行答复了什么，在凭证的分录里；后来认定不符，另有凭证
                  select 6, jsonb_strip_nulls(to_jsonb(p) - array['code_now', 'state', 'account_sealed', 'account_print', 'paid', 'used',
                                                                  'over', 'paid_on', 'reason', 'held_why'])::text
                  from fund.payment p where p.id = p_subject
                  union all
                  select 7, jsonb_strip_nulls(to_jsonb(c))::text
                  from fund.closing c where c.id = p_subject
                  union all
                  -- 核定之后不再变
                  select 8, jsonb_strip_nulls(to_jsonb(c) - array['code_now', 'place_now'])::text
                  from fund.purpose_change c where c.id = p_subject
                  union all
                  select 90, jsonb_strip_nulls(to_jsonb(r) - array['code_now', 'state', 'repaid', 'words_sealed', 'said_sealed',
                                                                   'decided_sealed', 'waive_by', 'waive_for', 'waive_name',
                                                                   'waive_sealed', 'waived_by', 'waived_for', 'waived_name', 'waived_on'])::text
                  from fund.recovery r where r.id = p_subject
                  union all
                  select 91, jsonb_strip_nulls(to_jsonb(y) - array['code_now', 'back_by', 'back_for', 'back_name', 'back_on',
                                                                   'back_sealed'])::text
                  from fund.repayment y where y.id = p_subject
                  union all
                  select 92, jsonb_strip_nulls(to_jsonb(o) - array['code_now', 'back_by', 'back_for', 'back_name', 'back_on',
                                                                   'back_words'])::text
                  from fund.overpaid_over o where o.id = p_subject) d);

select audit.anchor_anew('202612190402', t.place::regclass, audit.columns_but(t.place::regclass))
from (values ('fund.grant_made'), ('fund.payment'), ('fund.payee_change')) t (place);
