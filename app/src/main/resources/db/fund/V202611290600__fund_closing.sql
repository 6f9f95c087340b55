-- 年终结账、资金终止(docs/decisions/0033)：一人提出、另一人核定；结了的账簿不再打开，错了用红字冲回在开着的年度更正。
create table fund.closing (
    id            uuid        not null primary key,
    fund_id       uuid        not null references fund.fund,
    year          integer,
    successor     uuid        references fund.fund,
    reason        text,
    state         text        not null check (state in ('PROPOSED', 'CLOSED', 'DECLINED')),
    proposed_by   uuid        not null,
    proposed_for  uuid,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_name  text,
    decided_at    timestamptz,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((year is null) = (reason is not null)),
    check (year is null or successor is null),
    check (successor <> fund_id),
    constraint closing_by_another check (decided_by is null or decided_by not in (proposed_by, coalesce(proposed_for, proposed_by)))
);
comment on table fund.closing is '年终结账、资金终止：一人提出、另一人核定';
comment on column fund.closing.year is '结哪一年的账；空为终止这项资金';
comment on column fund.closing.successor is '终止时余下的转给哪项资金；空为没有余下的';
create unique index closing_open on fund.closing (fund_id) where state = 'PROPOSED';
create unique index closing_once on fund.closing (fund_id, coalesce(year, 0)) where state = 'CLOSED';
create index closing_fund on fund.closing (fund_id, proposed_at desc);
grant select, insert on fund.closing to rongyi_app;
grant update (state, decided_by, decided_name, decided_at) on fund.closing to rongyi_app;
grant select on fund.closing to rongyi_job;

-- 年度的收入和支出科目，年终转入净资产
create function fund.is_of_year(kind text) returns boolean language sql immutable set search_path = ''
    return kind in ('GIFT_INCOME', 'RETURN_INCOME', 'APPROPRIATION', 'AID_COST', 'MANAGEMENT_COST');

-- 收入、支出都转入净资产了，才结得了账；设立以来的各年一并结上，没有凭证的年度也一样。
create function fund.close_book(p_fund uuid, p_year integer) returns void
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform fund.lock(p_fund);
    if exists (select from fund.line l
               join fund.entry e on e.id = l.entry_id
               join fund.account a on a.id = l.account_id
               where e.fund_id = p_fund and e.year <= p_year and fund.is_of_year(a.kind)
               group by a.id having sum(l.amount) <> 0) then
        raise exception 'income and cost are not carried over' using errcode = 'data_exception';
    end if;
    if not exists (select from fund.closing c where c.fund_id = p_fund and c.state = 'CLOSED'
                                                and (c.year = p_year or c.year is null)) then
        raise exception 'nobody closed this year' using errcode = 'data_exception';
    end if;
    insert into fund.book (fund_id, year, closed)
    select f.id, y, true
    from fund.fund f, generate_series(least(extract(year from f.opened_on)::integer, p_year), p_year) y
    where f.id = p_fund
    on conflict (fund_id, year) do update set closed = true;
end $$;
comment on function fund.close_book is '年终结账：把到这一年为止的账簿合上';
revoke execute on function fund.close_book from public;
grant execute on function fund.close_book to rongyi_app;

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
                  from fund.closing c where c.id = p_subject) d);
