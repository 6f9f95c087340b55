-- 重付的了结：收回来的，和收不回、核销的；银行另有文件说退回的，仍由认定记账。
create table fund.overpaid_over (
    id         uuid        not null primary key,
    payment_id uuid        not null references fund.payment,
    fund_id    uuid        not null references fund.fund,
    code_now   bigint      not null,
    kind       text        not null check (kind in ('BACK', 'OFF')),
    amount     bigint      not null check (amount > 0),
    on_day     date        not null,
    document   text        not null check (document <> ''),
    by_account uuid        not null,
    by_for     uuid,
    by_name    text        not null,
    at         timestamptz not null
);
comment on table fund.overpaid_over is '重付的了结：退回来多少、核销多少，凭什么，谁登记的；登记后不改';
comment on column fund.overpaid_over.kind is 'BACK 收回，OFF 收不回、核销';
comment on column fund.overpaid_over.document is '收回的：银行回单号；核销的：理由';
create index overpaid_over_payment on fund.overpaid_over (payment_id);
create index overpaid_over_code on fund.overpaid_over (code_now);
alter table fund.overpaid_over enable row level security;
alter table fund.overpaid_over force row level security;
create policy scope on fund.overpaid_over to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on fund.overpaid_over to rongyi_job using (true);
create policy owner on fund.overpaid_over for select to rongyi_owner using (true);
grant select, insert on fund.overpaid_over to rongyi_app;
grant select, update on fund.overpaid_over to rongyi_job;
create trigger only_grows before delete or truncate on fund.overpaid_over for each statement execute function fund.forbid();

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
                                                                  'bank', 'account_sealed'])::text
                  from fund.grant_made m where m.id = p_subject
                  union all
                  -- 拨付之后批次只会办结
                  select 5, jsonb_strip_nulls(to_jsonb(b) - array['code_now', 'state', 'settled_at'])::text
                  from fund.batch b where b.id = p_subject
                  union all
                  -- 银行答复了什么，在凭证的分录里；后来认定不符，另有凭证
                  select 6, jsonb_strip_nulls(to_jsonb(p) - array['code_now', 'state', 'account_sealed', 'paid', 'used',
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
                                                                   'waive_sealed', 'waived_by', 'waived_name', 'waived_on'])::text
                  from fund.recovery r where r.id = p_subject
                  union all
                  select 91, jsonb_strip_nulls(to_jsonb(y) - array['code_now', 'back_by', 'back_for', 'back_name', 'back_on',
                                                                   'back_sealed'])::text
                  from fund.repayment y where y.id = p_subject
                  union all
                  select 92, jsonb_strip_nulls(to_jsonb(o) - 'code_now')::text
                  from fund.overpaid_over o where o.id = p_subject) d);
