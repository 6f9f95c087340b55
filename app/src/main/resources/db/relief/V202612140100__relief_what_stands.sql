-- 退回来的不算给过：再核定时只算还在他手里的。核定的金额从此不含以前退回的，留在 back_then 里，账对得上。
alter table relief.aid add column back_goods_fen bigint not null default 0 check (back_goods_fen >= 0);
alter table relief.aid add column back_then_fen bigint not null default 0 check (back_then_fen >= 0);
alter table relief.aid add column back_then_goods_fen bigint not null default 0 check (back_then_goods_fen >= 0);
comment on column relief.aid.back_goods_fen is 'back_fen 里实物的部分，分';
comment on column relief.aid.back_then_fen is '最近一次核定时已经退回的，不在核定的金额里，分';
comment on column relief.aid.back_then_goods_fen is 'back_then_fen 里实物的部分，分';
grant select (back_fen, back_goods_fen, back_then_fen, back_then_goods_fen) on relief.aid to rongyi_self;

alter table relief.aid no force row level security;
update relief.aid a
set back_goods_fen = least(a.back_fen, g.fen)
from (select m.case_id, sum(coalesce(u.fen, 0) + coalesce(y.fen, 0)) as fen
      from fund.grant_made m
      left join lateral (select sum(l.amount) as fen
                         from fund.entry e
                         join fund.line l on l.entry_id = e.id
                         join fund.account c on c.id = l.account_id and c.kind = 'COMMITTED'
                         where e.subject = m.id and e.kind = 'UNCOMMIT') u on true
      left join lateral (select sum(p.amount) as fen
                         from fund.repayment p
                         join fund.recovery r on r.id = p.recovery_id
                         where r.grant_id = m.id and p.back_on is null) y on true
      where m.in_kind and m.service = 'HARDSHIP'
      group by m.case_id) g
where g.case_id = a.id and a.back_fen > 0;
alter table relief.aid force row level security;

create or replace function relief.earlier_of(person uuid, but uuid)
    returns table (situation text, occurred_on date, applied_on date, code_now bigint, state text, granted_fen bigint)
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
        return query
        select g.situation, g.occurred_on, g.applied_on, g.code_now,
               case when g.stands and (g.serves or g.fen > 0) then 'GRANTED'
                    when g.stands or g.over then 'REFUSED'
                    else 'OPEN' end,
               greatest(g.fen, 0)
        from (select a.id, a.situation, a.occurred_on, a.applied_on, c.state in ('DECIDED', 'CLOSED') as over, a.code_now,
                     a.granted_modes is not null
                         or c.state in ('DECIDED', 'CLOSED') and a.first_fen is not null as stands,
                     -- 服务没有金额，也退不回来
                     'SERVICE' = any(coalesce(a.granted_modes, a.first_modes)) as serves,
                     case when a.granted_modes is not null then coalesce(a.granted_fen, 0)
                          else coalesce(a.first_fen, 0) end - (a.back_fen - a.back_then_fen) as fen
              from relief.aid a
              join approval.case_file c on c.id = a.id
              where a.person_id = person and a.id <> but and (select relief.knows(person))) g
        order by g.applied_on desc, g.id;
    end $$;
