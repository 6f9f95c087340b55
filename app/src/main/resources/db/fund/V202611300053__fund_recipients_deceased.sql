-- 收款人已故的不再送银行：拿出批次，交给人查明
alter table fund.payment add column held_why text;
comment on column fund.payment.held_why is '拨付时没有送银行、从批次里拿出的原因；空为送了，或批次解散';
grant update (held_why) on fund.payment to rongyi_app;
grant update (count, amount) on fund.batch to rongyi_app;

-- 只答自己辖区的承诺：受助人已故，而且人去世以后两个人还没有核对过由谁领
create function fund.deceased(p_grants uuid[]) returns setof uuid
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
        return query
        select m.id
        from fund.grant_made m
        join person.person p on p.id = m.person_id and p.status = 'DECEASED'
        where m.id = any(p_grants) and m.code_now <@ (select kernel.scope_ranges())
          and not exists (select from fund.payment h
                          join fund.payee_change c on c.grant_id = h.grant_id and c.state = 'CONFIRMED'
                                                      and c.proposed_at >= h.planned_at
                          where h.grant_id = m.id and h.held_why is not null);
    end $$;
comment on function fund.deceased(uuid[]) is '这些承诺里，受助人已故、还没有查明由谁领的';
revoke all on function fund.deceased(uuid[]) from public;
grant execute on function fund.deceased(uuid[]) to rongyi_app;

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
                  from fund.repayment y where y.id = p_subject) d);
