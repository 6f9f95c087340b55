-- 拨付(docs/decisions/0031)：待拨付的承诺编成批次，一人编制、一人批准、一人拨付，三人互不相同(会计法 第37条)；
-- 银行的答复回来才算付讫或退汇。命运不明的一笔，谁也不能再付一次。
create table fund.batch (
    id               uuid        not null primary key,
    fund_id          uuid        not null references fund.fund,
    number           text        not null unique,
    code_now         bigint      not null,
    state            text        not null check (state in ('DRAFT', 'APPROVED', 'RELEASED', 'SETTLED', 'DISSOLVED')),
    count            integer     not null check (count > 0),
    amount           bigint      not null check (amount > 0),
    made_by          uuid        not null,
    made_for         uuid,
    made_name        text        not null,
    made_at          timestamptz not null,
    approved_by      uuid,
    approved_for     uuid,
    approved_name    text,
    approved_at      timestamptz,
    released_by      uuid,
    released_for     uuid,
    released_name    text,
    released_at      timestamptz,
    file_digest      text,
    dissolved_name   text,
    dissolved_at     timestamptz,
    dissolved_reason text,
    settled_at       timestamptz,
    check ((approved_by is null) = (approved_at is null)),
    check ((released_by is null) = (released_at is null) and (released_by is null) = (file_digest is null)),
    check ((state = 'DRAFT') <= (approved_by is null)),
    check ((state in ('APPROVED', 'RELEASED', 'SETTLED')) <= (approved_by is not null)),
    check ((state in ('RELEASED', 'SETTLED')) = (released_by is not null)),
    check ((state = 'SETTLED') = (settled_at is not null)),
    check ((state = 'DISSOLVED') = (dissolved_at is not null)),
    constraint batch_approved_by_another check (approved_by is null
        or not array[approved_by, approved_for] && array[made_by, coalesce(made_for, made_by)]),
    constraint batch_released_by_a_third check (released_by is null
        or not array[released_by, released_for]
               && array[made_by, coalesce(made_for, made_by), approved_by, coalesce(approved_for, approved_by)])
);
comment on table fund.batch is '拨付批次：编制、批准、拨付各一人，互不相同；拨付后送银行，银行答复齐了即办结';
comment on column fund.batch.number is '批次号，印在银行文件上';
comment on column fund.batch.code_now is '资金管理单位所在区划，现行代码';
comment on column fund.batch.made_for is '编制人代理谁的岗位；被代理的人也算编制人';
comment on column fund.batch.amount is '合计(分)';
comment on column fund.batch.file_digest is '银行文件的摘要(SM3)：任何时候再取，一个字节不差';
create index batch_fund on fund.batch (fund_id, made_at desc, id desc);
create index batch_code on fund.batch (code_now, state);

create table fund.payment (
    id             uuid        not null primary key,
    fund_id        uuid        not null references fund.fund,
    batch_id       uuid        references fund.batch,
    reference      text        not null unique,
    grant_id       uuid        not null references fund.grant_made,
    way            text        not null check (way in ('BANK', 'GOODS', 'CASH')),
    code_now       bigint      not null,
    state          text        not null check (state in ('PLANNED', 'SENT', 'PAID', 'PARTIAL', 'FAILED', 'DROPPED')),
    amount         bigint      not null check (amount > 0),
    lots           uuid[]      not null,
    shares         bigint[]    not null,
    payee          text        not null,
    bank           text,
    account_sealed bytea,
    planned_at     timestamptz not null,
    paid           bigint,
    used           bigint[],
    over           bigint      not null default 0 check (over >= 0),
    paid_on        date,
    reason         text,
    handed_by      uuid,
    handed_name    text,
    witness        text,
    check ((way = 'BANK') = (batch_id is not null) and (way = 'BANK') = (account_sealed is not null)),
    check ((way = 'BANK') = (handed_by is null)),
    check (cardinality(lots) = cardinality(shares) and cardinality(lots) > 0),
    check (case state when 'PAID' then paid = amount when 'PARTIAL' then paid > 0 and paid < amount when 'FAILED' then paid = 0
                      else paid is null end),
    check ((paid is null) = (paid_on is null) and (paid is null) = (used is null)),
    check (used is null or cardinality(used) = cardinality(lots)),
    check (over <= coalesce(paid, 0))
);
comment on table fund.payment is '拨付：付一笔承诺(或它余下的一部分)的一次尝试；银行、物资签收、现金';
comment on column fund.payment.reference is '拨付号，一次一号，印在银行文件上，永不再用';
comment on column fund.payment.code_now is '受助人所在区划，现行代码';
comment on column fund.payment.lots is '由哪几笔来源支付';
comment on column fund.payment.shares is '每笔来源付多少(分)，与 lots 对应';
comment on column fund.payment.payee is '编批时的收款人；以后更正了账号，这里不改';
comment on column fund.payment.account_sealed is '编批时的收款账号，SM4 密文';
comment on column fund.payment.paid is '银行答复付出多少(分)；空为还没有答复';
comment on column fund.payment.used is '付出的由每笔来源负担多少(分)，与 lots 对应；合计 = paid - over';
comment on column fund.payment.over is '银行先说失败、另付之后又说已付：重付的(分)，挂账等收回';
comment on column fund.payment.paid_on is '银行记账日、签收日';
comment on column fund.payment.reason is '失败或只付了一部分的原因，银行原话；现金为何不转账';
comment on column fund.payment.witness is '发放时在场的第二个人';
create index payment_batch on fund.payment (batch_id, reference);
create index payment_grant on fund.payment (grant_id);
create index payment_code on fund.payment (code_now);
-- 一笔承诺同时至多在一个批次里，至多在一次拨付中：这一条在数据库里，程序绕不过。
create unique index payment_in_flight on fund.payment (grant_id) where state in ('PLANNED', 'SENT');

create table fund.result_file (
    id        uuid        not null primary key,
    batch_id  uuid        not null references fund.batch,
    fund_id   uuid        not null references fund.fund,
    code_now  bigint      not null,
    name      text        not null,
    digest    text        not null,
    read_by   uuid        not null,
    read_name text        not null,
    read_at   timestamptz not null,
    constraint result_file_once unique (batch_id, digest)
);
comment on table fund.result_file is '银行结果文件：整份核对无误才登记，同一份只登记一次';
comment on column fund.result_file.digest is '整份文件的摘要(SM3)';
create index result_file_code on fund.result_file (code_now);

create table fund.result_line (
    file_id    uuid    not null references fund.result_file,
    line       integer not null,
    payment_id uuid    not null references fund.payment,
    code_now   bigint  not null,
    paid       bigint  not null check (paid >= 0),
    paid_on    date    not null,
    reason     text    not null,
    answer     text    not null check (answer in ('BOOKED', 'SAME', 'CONTRADICTS')),
    primary key (file_id, line)
);
comment on table fund.result_line is '银行结果文件的每一行，以及怎么办的：已登记、与已登记的相同、与已登记的不符';
create index result_line_payment on fund.result_line (payment_id);
create index result_line_code on fund.result_line (code_now);

create table fund.settlement (
    id            uuid        not null primary key,
    payment_id    uuid        not null references fund.payment,
    fund_id       uuid        not null references fund.fund,
    code_now      bigint      not null,
    cause         text        not null check (cause in ('UNKNOWN', 'CONTRADICTION')),
    said_paid     bigint,
    said_on       date,
    said_reason   text,
    opened_at     timestamptz not null,
    state         text        not null check (state in ('OPEN', 'PROPOSED', 'SETTLED', 'DECLINED', 'OVERTAKEN')),
    paid          bigint check (paid >= 0),
    paid_on       date,
    words         text,
    proposed_by   uuid,
    proposed_for  uuid,
    proposed_name text,
    proposed_at   timestamptz,
    decided_by    uuid,
    decided_name  text,
    decided_at    timestamptz,
    check ((cause = 'CONTRADICTION') = (said_paid is not null)),
    check (state = 'OVERTAKEN' or (state = 'OPEN') = (proposed_by is null)),
    check ((state in ('SETTLED', 'DECLINED')) = (decided_by is not null)),
    constraint settlement_by_another check (decided_by is null or decided_by not in (proposed_by, coalesce(proposed_for, proposed_by)))
);
comment on table fund.settlement is '人工认定：与银行不符的、久无答复的，凭银行书面答复，一人提出、另一人核定，才记账；银行赶在前头答复了的，作罢';
comment on column fund.settlement.said_paid is '银行后来说的付出金额(分)，与已登记的不符';
comment on column fund.settlement.paid is '提出认定的实付金额(分)';
create unique index settlement_open on fund.settlement (payment_id) where state in ('OPEN', 'PROPOSED');
create index settlement_fund on fund.settlement (fund_id, opened_at) where state in ('OPEN', 'PROPOSED');
create index settlement_code on fund.settlement (code_now);

create table fund.payee_change (
    id             uuid        not null primary key,
    grant_id       uuid        not null references fund.grant_made,
    code_now       bigint      not null,
    payee          text        not null,
    bank           text        not null,
    account_sealed bytea       not null,
    words          text        not null,
    state          text        not null check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED')),
    proposed_by    uuid        not null,
    proposed_for   uuid,
    proposed_name  text        not null,
    proposed_at    timestamptz not null,
    decided_by     uuid,
    decided_name   text,
    decided_at     timestamptz,
    decided_words  text,
    check ((state = 'PROPOSED') = (decided_by is null)),
    constraint payee_confirmed_by_another
        check (decided_by is null or decided_by not in (proposed_by, coalesce(proposed_for, proposed_by)))
);
comment on table fund.payee_change is '更正收款账号：退汇回来的，一人更正、另一人核对，再回到待拨付';
comment on column fund.payee_change.account_sealed is '更正后的账号，SM4 密文';
create unique index payee_change_open on fund.payee_change (grant_id) where state = 'PROPOSED';
create index payee_change_code on fund.payee_change (code_now);

create index grant_returned on fund.grant_made (code_now, granted_on, id) where state = 'RETURNED';

do $$
declare t text;
begin
    foreach t in array array['batch', 'payment', 'result_file', 'result_line', 'settlement', 'payee_change'] loop
        execute format('alter table fund.%I enable row level security', t);
        execute format('alter table fund.%I force row level security', t);
        execute format('create policy scope on fund.%I to rongyi_app '
                       'using (case when code_now <@ (select kernel.scope_ranges()) then true else false end) '
                       'with check (code_now <@ (select kernel.scope_ranges()))', t);
        execute format('create policy job on fund.%I to rongyi_job using (true)', t);
        execute format('create policy owner on fund.%I for select to rongyi_owner using (true)', t);
        execute format('grant select, insert on fund.%I to rongyi_app', t);
        execute format('grant select, update on fund.%I to rongyi_job', t);
    end loop;
end $$;
grant update (state, approved_by, approved_for, approved_name, approved_at, released_by, released_for, released_name,
              released_at, file_digest, dissolved_name, dissolved_at, dissolved_reason, settled_at) on fund.batch to rongyi_app;
grant update (state, paid, used, over, paid_on, reason) on fund.payment to rongyi_app;
grant update (state, paid, paid_on, words, proposed_by, proposed_for, proposed_name, proposed_at, decided_by, decided_name,
              decided_at) on fund.settlement to rongyi_app;
grant update (state, decided_by, decided_name, decided_at, decided_words) on fund.payee_change to rongyi_app;

create or replace function fund.document(p_subject uuid) returns text
    language sql stable set search_path = '' set timezone = 'Asia/Shanghai'
    return (select string_agg(d.document, ' ' order by d.place)
            from (select 1 as place, jsonb_strip_nulls(to_jsonb(f))::text as document
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
                  from fund.payment p where p.id = p_subject) d);
