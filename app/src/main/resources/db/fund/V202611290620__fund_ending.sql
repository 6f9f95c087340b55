-- 终止一项资金(docs/decisions/0033)：没有余下的，或余下的连同限定一起转给同类资金；一笔捐赠转到了哪里，接着查得到。
alter table fund.lot add column origin uuid references fund.lot;
comment on column fund.lot.origin is '自哪一笔来源转入(另一项资金终止时)；空为直接收到';
create index lot_origin on fund.lot (origin) where origin is not null;
alter table fund.lot add constraint lot_not_its_own_origin check (origin <> id);

-- 科目都平了、用途都尽了，才终止得了；从此一张凭证也记不进来。
create function fund.close_fund(p_fund uuid, p_on date) returns void
    language plpgsql volatile security definer set search_path = '' as $$
begin
    perform fund.close_book(p_fund, extract(year from p_on)::integer);
    if exists (select from fund.account a
               where a.fund_id = p_fund and a.balance <> 0 and a.kind not in ('RECEIVED', 'SPENT')) then
        raise exception 'something is left in this fund' using errcode = 'data_exception';
    end if;
    update fund.fund f set closed_on = p_on where f.id = p_fund and f.closed_on is null;
    if not found then
        raise exception 'this fund has ended' using errcode = 'data_exception';
    end if;
end $$;
revoke execute on function fund.close_fund from public;
grant execute on function fund.close_fund to rongyi_app;

create function fund.refuse_after_end() returns trigger language plpgsql set search_path = '' as $$
begin
    if exists (select from fund.fund f where f.id = new.fund_id and f.closed_on is not null) then
        raise exception 'this fund has ended' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger not_after_end before insert on fund.entry for each row execute function fund.refuse_after_end();
