-- 追回(帮扶援助办法 第十九条)：弄虚作假得来的，告知、听陈述申辩、另一人决定，分次收回，钱回到当初出的来源；收不回的两人核销。
create table fund.recovery (
    id              uuid        not null primary key,
    fund_id         uuid        not null references fund.fund,
    grant_id        uuid        not null references fund.grant_made,
    case_number     text        not null,
    number          text        not null unique,
    person_id       uuid        not null,
    person_name     text        not null,
    code_now        bigint      not null,
    ground          text        not null,
    amount          bigint      not null check (amount > 0),
    lots            uuid[]      not null,
    shares          bigint[]    not null,
    opened_by       uuid        not null,
    opened_for      uuid,
    opened_name     text        not null,
    opened_on       date        not null,
    words_sealed    bytea       not null,
    hear_until      date        not null,
    state           text        not null check (state in ('HEARING', 'DROPPED', 'ORDERED', 'RECOVERED', 'WRITTEN_OFF')),
    said_sealed     bytea,
    said_name       text,
    said_on         date,
    decided_by      uuid,
    decided_for     uuid,
    decided_name    text,
    decided_on      date,
    decided_sealed  bytea,
    pay_until       date,
    repaid          bigint      not null default 0,
    waive_by        uuid,
    waive_for       uuid,
    waive_name      text,
    waive_sealed    bytea,
    waived_by       uuid,
    waived_name     text,
    waived_on       date,
    check (cardinality(lots) = cardinality(shares) and cardinality(lots) > 0),
    check (repaid between 0 and amount),
    check ((state = 'HEARING') = (decided_by is null)),
    check ((state in ('ORDERED', 'RECOVERED', 'WRITTEN_OFF')) = (pay_until is not null)),
    check ((state = 'RECOVERED') = (repaid = amount)),
    check ((state = 'WRITTEN_OFF') = (waived_by is not null)),
    check (num_nonnulls(said_sealed, said_name, said_on) in (0, 3)),
    check (num_nonnulls(waive_by, waive_name, waive_sealed) in (0, 3)),
    constraint recovery_decided_by_another
        check (decided_by is null or not array[decided_by, decided_for] && array[opened_by, coalesce(opened_for, opened_by)]),
    constraint recovery_waived_by_another
        check (waived_by is null or waived_by not in (waive_by, coalesce(waive_for, waive_by)))
);
comment on table fund.recovery is '追回：向谁追回哪一笔、多少，听了什么陈述，谁决定的，收回了多少；收不回的核销';
comment on column fund.recovery.code_now is '当事人所在区划，现行代码';
comment on column fund.recovery.ground is '事由(名录 fund.recovery.ground)';
comment on column fund.recovery.amount is '追回多少(分)，不超过付出的';
comment on column fund.recovery.lots is '当初由哪几笔来源出的';
comment on column fund.recovery.shares is '回到每笔来源多少(分)，与 lots 对应';
comment on column fund.recovery.words_sealed is '查明的事实和依据，SM4 密文';
comment on column fund.recovery.hear_until is '陈述、申辩的最后一天';
comment on column fund.recovery.said_sealed is '陈述、申辩，SM4 密文';
comment on column fund.recovery.decided_sealed is '决定的理由，SM4 密文';
comment on column fund.recovery.pay_until is '应退回的最后一天';
comment on column fund.recovery.repaid is '已经收回多少(分)';
comment on column fund.recovery.waive_sealed is '为什么收不回，SM4 密文；另一人核定了才核销';
create unique index recovery_open on fund.recovery (grant_id) where state in ('HEARING', 'ORDERED');
create index recovery_fund on fund.recovery (fund_id, opened_on desc, id desc);
create index recovery_code on fund.recovery (code_now);
create index recovery_person on fund.recovery (person_id);
create index recovery_grant on fund.recovery (grant_id);

create table fund.repayment (
    id          uuid        not null primary key,
    recovery_id uuid        not null references fund.recovery,
    fund_id     uuid        not null references fund.fund,
    person_id   uuid        not null,
    code_now    bigint      not null,
    amount      bigint      not null check (amount > 0),
    lots        uuid[]      not null,
    shares      bigint[]    not null,
    on_day      date        not null,
    document    text        not null check (document <> ''),
    by_account  uuid        not null,
    by_name     text        not null,
    at          timestamptz not null,
    check (cardinality(lots) = cardinality(shares) and cardinality(lots) > 0)
);
comment on table fund.repayment is '退回：追回的一次到账，钱回到当初出的来源';
comment on column fund.repayment.document is '凭什么：银行回单号、收据号';
create index repayment_recovery on fund.repayment (recovery_id, on_day, id);
create index repayment_code on fund.repayment (code_now);

do $$
declare t text;
begin
    foreach t in array array['recovery', 'repayment'] loop
        execute format('alter table fund.%I enable row level security', t);
        execute format('alter table fund.%I force row level security', t);
        execute format('create policy scope on fund.%I to rongyi_app '
                       'using (case when code_now <@ (select kernel.scope_ranges()) then true else false end) '
                       'with check (code_now <@ (select kernel.scope_ranges()))', t);
        execute format('create policy self on fund.%I to rongyi_self using (person_id = (select kernel.self_person())) '
                       'with check (person_id = (select kernel.self_person()))', t);
        execute format('create policy job on fund.%I to rongyi_job using (true)', t);
        execute format('create policy owner on fund.%I for select to rongyi_owner using (true)', t);
        execute format('grant select, insert on fund.%I to rongyi_app', t);
        execute format('grant select on fund.%I to rongyi_self', t);
        execute format('grant select, update on fund.%I to rongyi_job', t);
    end loop;
end $$;
grant update (state, said_sealed, said_name, said_on, decided_by, decided_for, decided_name, decided_on, decided_sealed,
              pay_until, repaid, waive_by, waive_for, waive_name, waive_sealed, waived_by, waived_name, waived_on)
    on fund.recovery to rongyi_app;
grant update (said_sealed, said_name, said_on) on fund.recovery to rongyi_self;

-- 决定以后不再变的才入内：收回了多少、核销，各有凭证
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
                  select 91, jsonb_strip_nulls(to_jsonb(y) - array['code_now'])::text
                  from fund.repayment y where y.id = p_subject) d);

-- 不看追回的内容，只答这一笔能不能再退回
create function fund.is_recovered(p_grant uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
        select exists (select from fund.grant_made m
                       join fund.recovery r on r.grant_id = m.id and r.state <> 'DROPPED'
                       where m.id = p_grant and m.code_now <@ (select kernel.scope_ranges()))
    $$;
comment on function fund.is_recovered(uuid) is '这笔承诺是不是在追回，或者追回过；只答自己辖区的';
revoke all on function fund.is_recovered(uuid) from public;
grant execute on function fund.is_recovered(uuid) to rongyi_app;
