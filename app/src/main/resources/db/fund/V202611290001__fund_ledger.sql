-- 账(docs/decisions/0030)：复式记账，只增不改，金额一律以分计。每张凭证在两层里各自平衡：财务一层(钱在哪里、属于谁)，
-- 用途一层(每一笔来源还剩多少可用、承诺给了谁、正在付、已经付)。本金只在财务一层，用途一层里没有它，所以动用不了。
create schema fund;
grant usage on schema fund to rongyi_app, rongyi_self, rongyi_job;

create table fund.fund (
    id              uuid    not null primary key,
    number          text    not null unique,
    name            text    not null,
    kind            text    not null check (kind in ('EMERGENCY', 'CARE', 'BUDGET', 'VOLUNTEER')),
    unit_id         uuid    not null,
    document        text    not null,
    trustee         text,
    charity         text,
    credit_code     text,
    raising_licence text,
    raising_plan    text,
    platform        text,
    opened_on       date    not null,
    closed_on       date,
    constraint fund_name unique (unit_id, name),
    check (kind = 'EMERGENCY' or trustee is null),
    check (kind <> 'CARE' or (charity is not null and credit_code is not null))
);
comment on table fund.fund is '资金：应急救助基金、关爱基金、财政预算、志愿服务基金';
comment on column fund.fund.unit_id is '管理单位；它和它的上级看得到全部账目';
comment on column fund.fund.trustee is '受托管理机构(本金)';
comment on column fund.fund.charity is '依托的慈善组织；机关不是慈善组织，钱在它账上(慈善法)';
comment on column fund.fund.credit_code is '慈善组织统一社会信用代码(登记证号)';
comment on column fund.fund.raising_licence is '公开募捐资格证书编号';
comment on column fund.fund.raising_plan is '募捐方案备案编号';
comment on column fund.fund.platform is '指定的互联网募捐信息平台上的页面；本系统不收款';
create index fund_unit on fund.fund (unit_id);

create table fund.account (
    id      bigint  generated always as identity primary key,
    fund_id uuid    not null references fund.fund,
    kind    text    not null,
    side    integer not null check (side in (1, -1)),
    balance bigint  not null default 0,
    unique (fund_id, kind),
    constraint account_never_below_zero check (balance * side >= 0)
);
comment on table fund.account is '科目：每项资金一套；余额随凭证同时更新，任何时候都等于各行之和';
comment on column fund.account.side is '1 借方科目，-1 贷方科目';
comment on column fund.account.balance is '余额(分)，借方为正';

create table fund.book (
    fund_id uuid    not null references fund.fund,
    year    integer not null,
    last    integer not null default 0,
    closed  boolean not null default false,
    primary key (fund_id, year)
);
comment on table fund.book is '账簿：每项资金每年一本，凭证号连续不缺；年结之后不再记账';

create table fund.lot (
    id          uuid    not null primary key,
    fund_id     uuid    not null references fund.fund,
    source      text    not null check (source in ('GIFT', 'RETURN', 'APPROPRIATION')),
    title       text    not null,
    document    text,
    purpose     text,
    place_then  bigint,
    place_now   bigint,
    until       date,
    in_kind     boolean not null default false,
    received_on date    not null,
    received    bigint  not null default 0,
    available   bigint  not null default 0,
    committed   bigint  not null default 0,
    in_payment  bigint  not null default 0,
    spent       bigint  not null default 0,
    constraint lot_never_below_zero check (available >= 0 and committed >= 0 and in_payment >= 0 and spent >= 0),
    constraint lot_is_whole check (received = available + committed + in_payment + spent)
);
comment on table fund.lot is '来源：一笔捐赠、一次收益、一笔拨款，限定了用途和地区的只用于此；收到的 = 可用 + 已承诺 + 拨付中 + 已支出';
comment on column fund.lot.purpose is '限定用途(名录 fund.purpose)；空为不限定';
comment on column fund.lot.document is '拨款、收益的依据(文号、对账单号)';
comment on column fund.lot.place_then is '限定地区，收到时的代码；空为资金所及各地';
comment on column fund.lot.place_now is '限定地区，现行代码';
comment on column fund.lot.until is '限定用完的日子';
comment on column fund.lot.in_kind is '物资；金额为作价';
create index lot_fund on fund.lot (fund_id, received_on, id);
create index lot_open on fund.lot (fund_id, received_on, id) where available > 0;

create table fund.entry (
    id          uuid        not null primary key,
    fund_id     uuid        not null references fund.fund,
    year        integer     not null,
    number      integer     not null,
    kind        text        not null,
    key         text        not null unique,
    happened_on date        not null,
    booked_on   date        not null,
    at          timestamptz not null,
    by_account  uuid        not null,
    by_name     text        not null,
    subject     uuid        not null,
    reverses    uuid        unique references fund.entry,
    words       text        not null,
    evidence    text        not null,
    foreign key (fund_id, year) references fund.book,
    unique (fund_id, year, number)
);
comment on table fund.entry is '凭证：只增不改；错了用红字凭证冲回';
comment on column fund.entry.key is '一事一记：同一件事再来一次，不再记账';
comment on column fund.entry.subject is '所依据的记录(捐赠、承诺、拨付批次……)';
comment on column fund.entry.reverses is '红字：冲回哪一张，每张至多冲回一次';
comment on column fund.entry.evidence is '所依据的记录当时的摘要(SM3)，连同凭证进入留痕封存';
create index entry_fund on fund.entry (fund_id, happened_on desc, id desc);
create index entry_subject on fund.entry (subject);

create table fund.line (
    entry_id   uuid     not null references fund.entry,
    line       integer  not null,
    account_id bigint   not null references fund.account,
    lot_id     uuid     references fund.lot,
    amount     bigint   not null check (amount <> 0),
    primary key (entry_id, line)
);
comment on table fund.line is '分录：借方为正，贷方为负(分)';
create index line_account on fund.line (account_id, entry_id);
create index line_lot on fund.line (lot_id, entry_id) where lot_id is not null;

-- 凭证和分录，谁也改不了、删不了；数据库的超级用户改了，./rongyi verify ledger 查得出来。
create function fund.forbid() returns trigger language plpgsql set search_path = '' as $$
begin
    raise exception 'the ledger only grows' using errcode = 'restrict_violation';
end $$;
create trigger only_grows before update or delete or truncate on fund.entry for each statement execute function fund.forbid();
create trigger only_grows before update or delete or truncate on fund.line for each statement execute function fund.forbid();

-- 用途一层的科目
create function fund.is_use(kind text) returns boolean language sql immutable set search_path = ''
    return kind in ('RECEIVED', 'AVAILABLE', 'COMMITTED', 'IN_PAYMENT', 'SPENT');

-- 一项资金的账一次由一人动：选用来源之前先锁，选好了再记，中间没有别人。
create function fund.lock(p_fund uuid) returns void
    language sql volatile security definer set search_path = ''
    as $$ select from fund.fund f where f.id = p_fund for no key update $$;

-- 记一张凭证：调用者的事务里，凭证、分录、余额、来源一起成立。一项资金的账一次由一人动(fund.lock)。
-- answer：POSTED 已记；REPEATED 同一件事已经记过；CLOSED 那一年已结账；SHORT 余额不足，short 是哪个科目。
create function fund.post(
    p_id uuid, p_fund uuid, p_kind text, p_key text, p_happened_on date, p_booked_on date, p_at timestamptz,
    p_account uuid, p_name text, p_subject uuid, p_reverses uuid, p_words text, p_evidence text,
    p_kinds text[], p_lots uuid[], p_amounts bigint[],
    out answer text, out number integer, out short text)
    language plpgsql volatile security definer set search_path = '' as $$
declare
    v_year integer := extract(year from p_happened_on);
    v_closed boolean;
    v_lots integer;
    v_changed integer;
begin
    if exists (select from unnest(p_kinds, p_lots, p_amounts) l (kind, lot, amount)
               where fund.is_use(l.kind) <> (l.lot is not null))
       or exists (select from unnest(p_kinds, p_amounts) l (kind, amount)
                  group by fund.is_use(l.kind) having sum(l.amount) <> 0)
       or cardinality(p_kinds) < 2 then
        raise exception 'an entry is balanced in each of its layers' using errcode = 'data_exception';
    end if;

    perform fund.lock(p_fund);
    insert into fund.book (fund_id, year) values (p_fund, v_year) on conflict do nothing;
    select b.closed, b.last + 1 into strict v_closed, number
    from fund.book b where b.fund_id = p_fund and b.year = v_year;
    if exists (select from fund.entry e where e.key = p_key) then
        answer := 'REPEATED';
        return;
    end if;
    if v_closed then
        answer := 'CLOSED';
        return;
    end if;

    select c.kind into short
    from (select l.kind, sum(l.amount) as change
          from unnest(p_kinds, p_amounts) l (kind, amount) group by l.kind) c
    left join fund.account a on a.fund_id = p_fund and a.kind = c.kind
    where a.id is null or (a.balance + c.change) * a.side < 0
    order by c.kind limit 1;
    if found then
        answer := 'SHORT';
        return;
    end if;
    update fund.account a set balance = a.balance + c.change
    from (select l.kind, sum(l.amount) as change
          from unnest(p_kinds, p_amounts) l (kind, amount) group by l.kind) c
    where a.fund_id = p_fund and a.kind = c.kind;

    select count(distinct l.lot) into v_lots from unnest(p_lots) l (lot);
    update fund.lot l
    set received = l.received + c.received, available = l.available + c.available,
        committed = l.committed + c.committed, in_payment = l.in_payment + c.in_payment, spent = l.spent + c.spent
    from (select l.lot,
                 coalesce(sum(l.amount) filter (where l.kind = 'RECEIVED'), 0) as received,
                 coalesce(-sum(l.amount) filter (where l.kind = 'AVAILABLE'), 0) as available,
                 coalesce(-sum(l.amount) filter (where l.kind = 'COMMITTED'), 0) as committed,
                 coalesce(-sum(l.amount) filter (where l.kind = 'IN_PAYMENT'), 0) as in_payment,
                 coalesce(-sum(l.amount) filter (where l.kind = 'SPENT'), 0) as spent
          from unnest(p_kinds, p_lots, p_amounts) l (kind, lot, amount)
          where l.lot is not null
          group by l.lot) c
    where l.id = c.lot and l.fund_id = p_fund;
    get diagnostics v_changed = row_count;
    if v_changed <> v_lots then
        raise exception 'a lot of another fund' using errcode = 'data_exception';
    end if;

    update fund.book b set last = number where b.fund_id = p_fund and b.year = v_year;
    insert into fund.entry (id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name, subject,
                            reverses, words, evidence)
    values (p_id, p_fund, v_year, number, p_kind, p_key, p_happened_on, p_booked_on, p_at, p_account, p_name, p_subject,
            p_reverses, p_words, p_evidence);
    insert into fund.line (entry_id, line, account_id, lot_id, amount)
    select p_id, l.line, a.id, l.lot, l.amount
    from unnest(p_kinds, p_lots, p_amounts) with ordinality l (kind, lot, amount, line)
    join fund.account a on a.fund_id = p_fund and a.kind = l.kind;
    answer := 'POSTED';
end $$;
comment on function fund.post is '记一张凭证，余额同时更新；程序的角色只能这样记账';

-- 凭证连同分录，一行文字，摘要由此而来：以后加的列，空着的不入内。时区写死，各处读出来一样。
create function fund.canonical(p_entry uuid) returns text
    language sql stable set search_path = '' set timezone = 'Asia/Shanghai'
    return (select jsonb_strip_nulls(to_jsonb(e))::text || ' '
                   || (select jsonb_agg(jsonb_build_array(l.line, l.account_id, l.lot_id, l.amount) order by l.line)::text
                       from fund.line l where l.entry_id = e.id)
            from fund.entry e where e.id = p_entry);

-- 凭证所依据的记录，一行文字；会随办理而变的列(余额、现行代码、状态)不入内。
create function fund.document(p_subject uuid) returns text
    language sql stable set search_path = '' set timezone = 'Asia/Shanghai'
    return (select string_agg(d.document, ' ' order by d.place)
            from (select 1 as place, jsonb_strip_nulls(to_jsonb(f))::text as document
                  from fund.fund f where f.id = p_subject
                  union all
                  select 2, jsonb_strip_nulls(to_jsonb(l) - array['place_now', 'received', 'available', 'committed',
                                                                  'in_payment', 'spent'])::text
                  from fund.lot l where l.id = p_subject) d);

grant select on fund.fund, fund.account, fund.book, fund.lot, fund.entry, fund.line to rongyi_app, rongyi_job;
grant update (place_now) on fund.lot to rongyi_job;
grant select on fund.fund, fund.account, fund.lot to rongyi_self;
grant insert on fund.fund, fund.account, fund.lot to rongyi_app;
revoke execute on function fund.post, fund.lock from public;
grant execute on function fund.post, fund.lock to rongyi_app;
