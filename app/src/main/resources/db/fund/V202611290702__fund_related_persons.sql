-- 利害关系人(docs/decisions/0034；慈善法：不得指定管理人员、捐赠人的利害关系人作为受益人)。
create table fund.related_person (
    id                  uuid        not null primary key,
    fund_id             uuid        not null references fund.fund,
    gift_id             uuid        references fund.gift,
    code_now            bigint      not null,
    holder              text        not null,
    duty                text        not null,
    relation            text        not null check (relation in ('SELF', 'SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'KIN', 'CONTROLLED')),
    name                text        not null,
    number_sealed       bytea,
    number_index        text,
    number_index_next   text,
    declared_by         uuid        not null,
    declared_name       text        not null,
    declared_at         timestamptz not null,
    ended_on            date,
    ended_name          text,
    ended_reason        text,
    check ((number_sealed is null) = (number_index is null)),
    check ((ended_on is null) = (ended_name is null) and (ended_on is null) = (ended_reason is null))
);
comment on table fund.related_person is '利害关系人申报：基金的管理人(审批、拨付的岗位，管委会委员)和捐赠人，各有哪些人不能受助';
comment on column fund.related_person.gift_id is '捐赠人的，是哪一笔捐赠；空为管理人的';
comment on column fund.related_person.code_now is '资金管理单位所在区划，现行代码';
comment on column fund.related_person.holder is '申报的人：管理人、捐赠人';
comment on column fund.related_person.relation is '是申报人的什么人；SELF 为本人';
comment on column fund.related_person.number_sealed is '公民身份号码，SM4 密文；不知道的空着，按姓名核对';
comment on column fund.related_person.number_index is '公民身份号码的盲索引，与人员档案同一种';
create index related_person_fund on fund.related_person (fund_id, declared_at desc, id desc);
create index related_person_number on fund.related_person (number_index) where ended_on is null;
create index related_person_code on fund.related_person (code_now);

alter table fund.related_person enable row level security;
alter table fund.related_person force row level security;
create policy scope on fund.related_person to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on fund.related_person to rongyi_job using (true);
create policy owner on fund.related_person for select to rongyi_owner using (true);
grant select, insert on fund.related_person to rongyi_app;
grant update (ended_on, ended_name, ended_reason) on fund.related_person to rongyi_app;
grant select, update on fund.related_person to rongyi_job;

-- 捐赠人本人按姓名核对
create index gift_person on fund.gift (fund_id, name) where donor = 'PERSON';
create index lot_taken_over on fund.lot (fund_id) where origin is not null;

-- 终止了的资金转来的，是哪几笔捐赠。
create function fund.gifts_taken_over(p_fund uuid) returns table (id uuid)
    language sql stable security definer set search_path = ''
    as $$
        with recursive up (lot) as (
            select l.origin from fund.lot l where l.fund_id = p_fund and l.origin is not null
            union
            select l.origin from up u join fund.lot l on l.id = u.lot where l.origin is not null
        )
        select g.id from up u join fund.gift g on g.id = u.lot
        union
        select c.gift_id from up u join fund.purpose_change c on c.id = u.lot
    $$;
revoke execute on function fund.gifts_taken_over from public;

-- 一个受助人与一项资金有没有利害关系：只说是谁的什么人，不给出申报的单子。下级用上级的资金，也查得到；捐赠转到别的资金，捐赠人的跟着走。
create function fund.ties_of(p_fund uuid, p_name text, p_indexes text[])
    returns table (gift_id uuid, duty text, relation text, by_number boolean)
    language sql stable security definer set search_path = ''
    as $$
        select r.gift_id, r.duty, r.relation, r.number_index is not null and cardinality(p_indexes) > 0
        from fund.related_person r
        where (r.fund_id = p_fund or r.gift_id in (select t.id from fund.gifts_taken_over(p_fund) t)) and r.ended_on is null
          and case when r.number_index is not null and cardinality(p_indexes) > 0 then r.number_index = any(p_indexes)
                   else r.name = p_name end
        union all
        select g.id, '捐赠人', 'SELF', false
        from fund.gift g where g.fund_id = p_fund and g.donor = 'PERSON' and g.name = p_name
        union all
        select g.id, '捐赠人', 'SELF', false
        from fund.gifts_taken_over(p_fund) t join fund.gift g on g.id = t.id
        where g.donor = 'PERSON' and g.name = p_name
    $$;
revoke execute on function fund.ties_of from public;
grant execute on function fund.ties_of to rongyi_app;

-- 一笔捐赠的来源：它自己的，变更用途变出来的，资金终止转到别处的。
create function fund.lots_of(p_gifts uuid[]) returns table (id uuid)
    language sql stable security definer set search_path = ''
    as $$
        with recursive down (lot) as (
            (select unnest(p_gifts)
             union
             select c.id from fund.purpose_change c where c.gift_id = any(p_gifts) and c.state = 'CONFIRMED')
            union
            select l.id from down d join fund.lot l on l.origin = d.lot
        )
        select d.lot from down d
    $$;
revoke execute on function fund.lots_of from public;
grant execute on function fund.lots_of to rongyi_app;
