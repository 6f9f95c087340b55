-- 记数一次取锁、一次记完。人几乎总在一地：一年之内别处没有他的事实时，人数的变化不必逐级比对。
create function figures.count_facts(
    kinds smallint[], codes bigint[], days date[], subjects uuid[], persons uuid[], amounts bigint[], today date,
    today_ends_in interval)
    returns boolean
    language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
    began timestamptz := pg_catalog.clock_timestamp();
    place bigint;
    sign integer;
    elsewhere boolean;
    own_year bigint;
    now_at record;
begin
    perform figures.lock_writers(persons);
    -- what one person's facts say in order of booking must agree with their order here: whoever waited past midnight
    -- asks again with the new day
    if pg_catalog.clock_timestamp() - began >= today_ends_in then
        return false;
    end if;
    for i in 1 .. cardinality(kinds) loop
        place := null;
        if amounts[i] < 0 then -- a withdrawal follows the fact it takes back, wherever its code has gone since
            select f.code_now into place
            from figures.fact f
            where f.kind = kinds[i] and f.happened_on = days[i] and f.subject = subjects[i]
              and f.person is not distinct from persons[i] and f.value = -amounts[i]
            order by codes[i] in (f.code_then, f.code_now) desc, f.id desc
            limit 1;
        end if;
        place := coalesce(
            place, (select r.to_code from figures.recode r where r.from_code = codes[i]), codes[i]);
        if persons[i] is null then
            with booked as (
                insert into figures.fact (code_then, code_now, value, happened_on, booked_on, kind, subject)
                values (codes[i], place, amounts[i], days[i], today, kinds[i], subjects[i]))
            insert into figures.fresh (code_now, value, happened_on, booked_on, kind)
            values (place, amounts[i], days[i], today, kinds[i]);
            continue;
        end if;
        sign := figures.sign_of(amounts[i]);
        select coalesce(sum(figures.sign_of(f.value)) filter (
                   where figures.month_of(f.happened_on) = figures.month_of(days[i])), 0) as held,
               null::smallint as month_level, null::smallint as year_level,
               coalesce(sum(figures.sign_of(f.value)), 0) as in_year,
               coalesce(bool_or(f.code_now <> place), false) as elsewhere
        into now_at
        from figures.fact f
        where f.person = persons[i] and f.kind = kinds[i] and f.happened_on >= figures.year_of(days[i])
          and f.happened_on < figures.year_of(figures.year_of(days[i]) + 366);
        own_year := now_at.in_year;
        elsewhere := now_at.elsewhere;
        if elsewhere then
            select l.month_level, l.year_level, l.held into now_at
            from figures.levels(persons[i], kinds[i], place, days[i], sign, 9223372036854775807) l;
        else -- alone at its place, a change counts on every level
            now_at.month_level := case when (now_at.held > 0) <> (now_at.held + sign > 0) then 1 end;
            now_at.year_level := case when (own_year > 0) <> (own_year + sign > 0) then 1 end;
        end if;
        if now_at.held + sign < 0 then
            raise exception 'fact of kind % at % withdrawn more often than counted', kinds[i], place;
        end if;
        with booked as (
            insert into figures.fact (code_then, code_now, value, happened_on, booked_on, kind,
                month_level, year_level, subject, person)
            values (codes[i], place, amounts[i], days[i], today, kinds[i],
                now_at.month_level, now_at.year_level, subjects[i], persons[i]))
        insert into figures.fresh (code_now, value, happened_on, booked_on, kind, month_level, year_level)
        values (place, amounts[i], days[i], today, kinds[i], now_at.month_level, now_at.year_level);
    end loop;
    return true;
end $$;
comment on function
    figures.count_facts(smallint[], bigint[], date[], uuid[], uuid[], bigint[], date, interval) is
    '取锁并记入事实；等锁等过了零点则不记，回答 false；办理人看不到他处记录，人数由本函数代算';
revoke execute on function
    figures.count_facts(smallint[], bigint[], date[], uuid[], uuid[], bigint[], date, interval) from public;
grant execute on function
    figures.count_facts(smallint[], bigint[], date[], uuid[], uuid[], bigint[], date, interval)
    to rongyi_app, rongyi_job;
drop function figures.count_facts(smallint[], bigint[], date[], uuid[], uuid[], bigint[], date);
