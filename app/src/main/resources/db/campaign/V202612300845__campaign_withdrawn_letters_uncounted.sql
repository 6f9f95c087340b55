-- 撤回的介绍信不再记数：以前撤回的，记过的数撤回来。
do $$
begin
    if not coalesce((
        select figures.count_facts(
                   array_agg(60::smallint order by l.person_id, l.id), array_agg(l.code_now order by l.person_id, l.id),
                   array_agg(l.issued_on order by l.person_id, l.id), array_agg(l.id order by l.person_id, l.id),
                   array_agg(l.person_id order by l.person_id, l.id), array_agg((-1)::bigint),
                   (now() at time zone 'Asia/Shanghai')::date, interval '1 hour')
        from campaign.letter l
        where l.state = 'WITHDRAWN' and figures.stood_on(60::smallint, l.id, date '9999-12-31') is not null
        having count(*) > 0), true) then
        raise exception 'waited an hour for others who count';
    end if;
end $$;
