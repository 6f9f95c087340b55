-- 先行帮扶也从资金里出：从哪项资金出、其中实物多少，和那一天就算给了。
alter table relief.aid add column first_goods_fen bigint check (first_goods_fen >= 0);
alter table relief.aid add column first_payer uuid;
alter table relief.aid add column given_on date generated always as (
    coalesce(case when first_payer is not null then first_on end,
             case when granted_modes is not null then decided_on end)) stored;
comment on column relief.aid.first_goods_fen is '先行帮扶的金额里实物的价值，分';
comment on column relief.aid.first_payer is '先行帮扶从哪项资金出；记账以前登记的没有';
comment on column relief.aid.given_on is '哪天给的：先行帮扶的那天，不然是核定的那天；还没有给的没有';
grant select (first_goods_fen, first_payer, given_on) on relief.aid to rongyi_self;

drop index relief.aid_waiting;
create index aid_waiting on relief.aid (applied_on desc, id desc) where given_on is null;

-- 解除承诺、追回到账的不再是给了的：全收回来的不算得过，收回一部分的只算剩下的。
create or replace function relief.earlier_of(person uuid, but uuid)
    returns table (situation text, occurred_on date, applied_on date, code_now bigint, state text, granted_fen bigint)
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
        return query
        select g.situation, g.occurred_on, g.applied_on, g.code_now,
               case when g.stands and (g.fen = 0 or g.fen > g.back_fen) then 'GRANTED'
                    when g.stands or g.over then 'REFUSED'
                    else 'OPEN' end,
               greatest(g.fen - g.back_fen, 0)
        from (select a.id, a.situation, a.occurred_on, a.applied_on, a.code_now, a.back_fen,
                     c.state in ('DECIDED', 'CLOSED') as over,
                     a.granted_modes is not null
                         or c.state in ('DECIDED', 'CLOSED') and a.first_fen is not null as stands,
                     case when a.granted_modes is not null then coalesce(a.granted_fen, 0)
                          else coalesce(a.first_fen, 0) end as fen
              from relief.aid a
              join approval.case_file c on c.id = a.id
              where a.person_id = person and a.id <> but and (select relief.knows(person))) g
        order by g.applied_on desc, g.id;
    end $$;

create or replace function relief.emergency_of(person uuid, but uuid)
    returns table (kind text, occurred_on date, applied_on date, code_now bigint, state text, granted_fen bigint, paid_on date)
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
        return query
        select e.kind, e.occurred_on, e.applied_on, e.code_now,
               case when c.result = 'AGREED' and coalesce(e.granted_fen, 0) > e.back_fen then 'GRANTED'
                    when c.state in ('DECIDED', 'CLOSED') then 'REFUSED'
                    else 'OPEN' end,
               case when c.result = 'AGREED' then greatest(coalesce(e.granted_fen, 0) - e.back_fen, 0) else 0 end, e.paid_on
        from relief.emergency e
        join approval.case_file c on c.id = e.id
        where e.person_id = person and e.id is distinct from but and (select relief.knows(person))
        order by e.applied_on desc, e.id;
    end $$;
