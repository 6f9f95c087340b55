-- 重付的收回登记错了、核销以后又收到的，由另一个人红字冲回；追回核销以后又退回来的，一人凭回单登记、另一位负责人核定才入账。
alter table fund.overpaid_over
    add column back_by    uuid,
    add column back_for   uuid,
    add column back_name  text,
    add column back_on    date,
    add column back_words text,
    add constraint overpaid_taken_back_whole check (num_nonnulls(back_by, back_name, back_on, back_words) in (0, 4)),
    add constraint overpaid_taken_back_by_another
        check (back_by is null or not array[back_by, back_for] && array[by_account, coalesce(by_for, by_account)]);
comment on table fund.overpaid_over is '重付的了结：退回来多少、核销多少，凭什么，谁登记的；登记错的收回、又收到了的核销由另一个人冲回';
comment on column fund.overpaid_over.back_on is '冲回的日子；冲回了就不算收回、不算核销';
comment on column fund.overpaid_over.back_words is '为什么冲回';
grant update (back_by, back_for, back_name, back_on, back_words) on fund.overpaid_over to rongyi_app;

create table fund.late_repayment (
    id            uuid        not null primary key,
    recovery_id   uuid        not null references fund.recovery,
    fund_id       uuid        not null references fund.fund,
    code_now      bigint      not null,
    amount        bigint      not null check (amount > 0),
    on_day        date        not null,
    document      text        not null check (document <> ''),
    state         text        not null check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED')),
    proposed_by   uuid        not null,
    proposed_for  uuid,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_for   uuid,
    decided_name  text,
    decided_at    timestamptz,
    constraint late_repayment_answered
        check ((state = 'PROPOSED') = (decided_by is null) and num_nonnulls(decided_by, decided_name, decided_at) in (0, 3)),
    constraint late_repayment_by_another
        check (decided_by is null
               or not array[decided_by, decided_for] && array[proposed_by, coalesce(proposed_for, proposed_by)])
);
comment on table fund.late_repayment is '核销以后退回的：一人凭回单登记，另一位负责人核定才入账，核销冲减同样多';
comment on column fund.late_repayment.id is '核定以后那一次退回(fund.repayment)用同一个编号';
comment on column fund.late_repayment.code_now is '当事人所在区划，现行代码';
comment on column fund.late_repayment.document is '凭什么：银行回单号';
create unique index late_repayment_open on fund.late_repayment (recovery_id) where state = 'PROPOSED';
create index late_repayment_recovery on fund.late_repayment (recovery_id);
create index late_repayment_code on fund.late_repayment (code_now);
alter table fund.late_repayment enable row level security;
alter table fund.late_repayment force row level security;
create policy scope on fund.late_repayment to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on fund.late_repayment to rongyi_job using (true);
create policy owner on fund.late_repayment for select to rongyi_owner using (true);
grant select, insert on fund.late_repayment to rongyi_app;
grant update (state, decided_by, decided_for, decided_name, decided_at) on fund.late_repayment to rongyi_app;
grant select, update on fund.late_repayment to rongyi_job;
create trigger only_grows before delete or truncate on fund.late_repayment for each statement execute function fund.forbid();

-- 核销以后全部退回的，仍是核销过的
do $$
declare c text;
begin
    select conname into strict c from pg_constraint
    where conrelid = 'fund.recovery'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%''RECOVERED''%(repaid = amount)%';
    execute format('alter table fund.recovery drop constraint %I', c);
end $$;
alter table fund.recovery add constraint recovery_repaid_whole
    check ((state <> 'RECOVERED' or repaid = amount) and (repaid < amount or state in ('RECOVERED', 'WRITTEN_OFF')));

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
