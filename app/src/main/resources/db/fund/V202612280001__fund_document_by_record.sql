-- 凭证所依据的记录(docs/decisions/0081)：每种记录一个函数，由管这种记录的一方写；fund.document 只是把它们列在一起。改一种记录的，只重写它
-- 自己的那一个；多一种记录，多一个函数，表里多一行。各函数不设 search_path：名字在建的时候就认定了，查询时展开，和写在一起一样快。
-- 时区由 fund.document 定。文字和以前逐字相同。

-- 终止的日子后来才有
create function fund.document_of_fund(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(f) - 'closed_on')::text from fund.fund f where f.id = p_subject;
end;

create function fund.document_of_lot(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(l) - array['place_now', 'received', 'available', 'committed', 'in_payment', 'spent'])::text
    from fund.lot l where l.id = p_subject;
end;

-- 密文换了密钥就变，不入内；它们自带校验
create function fund.document_of_gift(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(g) - array['code_now', 'phone_sealed', 'query_sealed'])::text
    from fund.gift g where g.id = p_subject;
end;

-- 账号会更正，指纹跟着变，和账号一样不入内
create function fund.document_of_grant(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(m) - array['code_now', 'city', 'county', 'town', 'state', 'payee', 'bank', 'account_sealed',
                                                 'account_print'])::text
    from fund.grant_made m where m.id = p_subject;
end;

-- 拨付之后批次只会办结
create function fund.document_of_batch(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(b) - array['code_now', 'state', 'settled_at'])::text
    from fund.batch b where b.id = p_subject;
end;

-- 银行答复了什么，在凭证的分录里；后来认定不符，另有凭证
create function fund.document_of_payment(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(p) - array['code_now', 'state', 'account_sealed', 'account_print', 'paid', 'used', 'over',
                                                 'paid_on', 'reason', 'held_why'])::text
    from fund.payment p where p.id = p_subject;
end;

create function fund.document_of_closing(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(c))::text from fund.closing c where c.id = p_subject;
end;

-- 核定之后不再变
create function fund.document_of_purpose_change(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(c) - array['code_now', 'place_now'])::text
    from fund.purpose_change c where c.id = p_subject;
end;

create function fund.document_of_recovery(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(r) - array['code_now', 'state', 'repaid', 'words_sealed', 'said_sealed', 'decided_sealed',
                                                 'waive_by', 'waive_for', 'waive_name', 'waive_sealed', 'waived_by', 'waived_for',
                                                 'waived_name', 'waived_on'])::text
    from fund.recovery r where r.id = p_subject;
end;

create function fund.document_of_repayment(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(y) - array['code_now', 'back_by', 'back_for', 'back_name', 'back_on', 'back_sealed'])::text
    from fund.repayment y where y.id = p_subject;
end;

create function fund.document_of_overpaid_over(p_subject uuid) returns setof text
    language sql stable
begin atomic
    select jsonb_strip_nulls(to_jsonb(o) - array['code_now', 'back_by', 'back_for', 'back_name', 'back_on', 'back_words'])::text
    from fund.overpaid_over o where o.id = p_subject;
end;

-- 有哪些记录，哪个在前：捐赠和它的来源同一个编号，两样都在
create or replace function fund.document(p_subject uuid) returns text
    language sql stable set search_path = '' set timezone = 'Asia/Shanghai'
    return (select string_agg(d.document, ' ' order by d.place)
            from (select 1 as place, document from fund.document_of_fund(p_subject) document
                  union all select 2, document from fund.document_of_lot(p_subject) document
                  union all select 3, document from fund.document_of_gift(p_subject) document
                  union all select 4, document from fund.document_of_grant(p_subject) document
                  union all select 5, document from fund.document_of_batch(p_subject) document
                  union all select 6, document from fund.document_of_payment(p_subject) document
                  union all select 7, document from fund.document_of_closing(p_subject) document
                  union all select 8, document from fund.document_of_purpose_change(p_subject) document
                  union all select 90, document from fund.document_of_recovery(p_subject) document
                  union all select 91, document from fund.document_of_repayment(p_subject) document
                  union all select 92, document from fund.document_of_overpaid_over(p_subject) document) d);
