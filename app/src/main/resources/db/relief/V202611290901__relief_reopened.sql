-- 经复核重新处理的：已经给了的在重新处理期间也是给了的。
create or replace function relief.earlier_of(person uuid, but uuid)
    returns table (situation text, occurred_on date, applied_on date, code_now bigint, state text, granted_fen bigint)
    language sql stable security definer set search_path = ''
    as $$
        select a.situation, a.occurred_on, a.applied_on, a.code_now,
               case when a.granted_modes is not null
                         or c.state in ('DECIDED', 'CLOSED') and a.first_fen is not null then 'GRANTED'
                    when c.state in ('DECIDED', 'CLOSED') then 'REFUSED'
                    else 'OPEN' end,
               case when a.granted_modes is not null then coalesce(a.granted_fen, 0) else coalesce(a.first_fen, 0) end
        from relief.aid a
        join approval.case_file c on c.id = a.id
        where a.person_id = person and a.id <> but and (select relief.knows(person))
        order by a.applied_on desc, a.id
    $$;
