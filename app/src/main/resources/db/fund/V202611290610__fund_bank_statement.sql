-- 银行对账(docs/decisions/0033)：银行的对账单一份接一份读入，逐笔与银行存款的凭证核对；银行有、账上没有的，入账或由两个人查明。
create table fund.bank_statement (
    id        uuid        not null primary key,
    fund_id   uuid        not null references fund.fund,
    code_now  bigint      not null,
    name      text        not null,
    digest    text        not null,
    number    text        not null,
    from_on   date        not null,
    to_on     date        not null,
    opening   bigint      not null,
    closing   bigint      not null,
    lines     integer     not null,
    fresh     integer     not null,
    read_by   uuid        not null,
    read_name text        not null,
    read_at   timestamptz not null,
    check (from_on <= to_on),
    constraint bank_statement_once unique (fund_id, digest)
);
comment on table fund.bank_statement is '银行对账单：整份核对无误才登记，同一份只登记一次，日期一份接一份';
comment on column fund.bank_statement.digest is '整份文件的摘要(SM3)';
comment on column fund.bank_statement.number is '银行给这份文件的编号';
comment on column fund.bank_statement.fresh is '其中以前没有读入过的笔数';
create index bank_statement_fund on fund.bank_statement (fund_id, to_on desc);
create index bank_statement_code on fund.bank_statement (code_now);

create table fund.bank_line (
    id            uuid        not null primary key,
    statement_id  uuid        not null references fund.bank_statement,
    fund_id       uuid        not null references fund.fund,
    code_now      bigint      not null,
    serial        text        not null,
    booked_on     date        not null,
    amount        bigint      not null check (amount <> 0),
    counterparty  text        not null,
    note          text        not null,
    state         text        not null check (state in ('OPEN', 'MATCHED', 'PROPOSED', 'EXPLAINED')),
    words         text,
    proposed_by   uuid,
    proposed_for  uuid,
    proposed_name text,
    proposed_at   timestamptz,
    decided_by    uuid,
    decided_name  text,
    decided_at    timestamptz,
    constraint bank_line_once unique (fund_id, serial),
    check ((state in ('PROPOSED', 'EXPLAINED')) <= (proposed_by is not null and words is not null)),
    check (state <> 'EXPLAINED' or decided_by is not null),
    constraint explained_by_another
        check (state <> 'EXPLAINED' or decided_by not in (proposed_by, coalesce(proposed_for, proposed_by)))
);
comment on table fund.bank_line is '银行流水：一笔一行；与凭证对上的、还没有对上的、两个人查明了的';
comment on column fund.bank_line.serial is '银行流水号';
comment on column fund.bank_line.amount is '收入为正，支出为负(分)';
comment on column fund.bank_line.words is '查明的情况：为什么账上没有';
create index bank_line_day on fund.bank_line (fund_id, booked_on, id);
create index bank_line_open on fund.bank_line (fund_id, booked_on, id) where state in ('OPEN', 'PROPOSED');
create index bank_line_statement on fund.bank_line (statement_id);
create index bank_line_code on fund.bank_line (code_now);

create table fund.bank_match (
    entry_id uuid not null primary key references fund.entry,
    line_id  uuid not null references fund.bank_line,
    fund_id  uuid not null references fund.fund
);
comment on table fund.bank_match is '对上的：一笔流水对一张或几张凭证，一张凭证至多对一笔流水';
create index bank_match_line on fund.bank_match (line_id);

do $$
declare t text;
begin
    foreach t in array array['bank_statement', 'bank_line'] loop
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
grant update (state, words, proposed_by, proposed_for, proposed_name, proposed_at, decided_by, decided_name, decided_at)
    on fund.bank_line to rongyi_app;
grant select, insert, delete on fund.bank_match to rongyi_app;
grant select on fund.bank_match to rongyi_job;
