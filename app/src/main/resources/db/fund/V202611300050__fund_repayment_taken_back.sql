-- 冲回退回：登记错了的一次退回，由另一个人红字冲回；承诺也记下代谁作的决定
alter table fund.repayment
    add column by_for      uuid,
    add column back_by     uuid,
    add column back_for    uuid,
    add column back_name   text,
    add column back_on     date,
    add column back_sealed bytea,
    add check (num_nonnulls(back_by, back_name, back_on, back_sealed) in (0, 4)),
    add constraint repayment_taken_back_by_another
        check (back_by is null or not array[back_by, back_for] && array[by_account, coalesce(by_for, by_account)]);
comment on column fund.repayment.by_for is '代谁登记的';
comment on column fund.repayment.back_on is '冲回的日子；冲回了就不算退回';
comment on column fund.repayment.back_sealed is '为什么冲回，SM4 密文';
grant update (back_by, back_for, back_name, back_on, back_sealed) on fund.repayment to rongyi_app;

alter table fund.grant_made add column granted_for uuid;
comment on column fund.grant_made.granted_for is '代谁作的决定';

-- 冲回在后，不入内
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
                                                                  'over', 'paid_on', 'reason'])::text
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
                  from fund.repayment y where y.id = p_subject) d);
