-- 整月的数：汇总加上尚未并入的新事实。同一句话各级都问，走的都是同一条路（种类、级、月、代码），备一次就够；
-- 一页要问两次，每次现备比去查还久。
create function figures.whole_months(
    kinds smallint[], at_level integer, low bigint, high bigint, months date[], people integer,
    first_day date, end_day date, whole_from date, whole_to date, booked_before date)
    returns table (kind smallint, measure smallint, unit bigint, change bigint)
    language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    select part.kind, part.measure::smallint, part.unit, sum(part.change)::bigint
    from (
        select r.kind, r.measure, r.code as unit, r.value as change
        from figures.rollup r
        where r.kind = any (kinds) and r.measure = 1 and r.level = at_level
          and r.month = any (months) and r.code >= low and r.code < high and r.booked_month < booked_before
        union all
        select r.kind, r.measure, r.code, r.value
        from figures.rollup r
        where r.kind = any (kinds) and r.measure = people and r.level = at_level
          and r.month = first_day and r.code >= low and r.code < high and r.booked_month < booked_before
        union all
        select f.kind, m.measure, figures.bucket(f.code_now, at_level),
            case m.measure when 1 then f.value else figures.sign_of(f.value) end
        from figures.fresh f
        join (values (1), (people)) as m (measure)
            on case m.measure
                when 1 then f.happened_on >= whole_from and f.happened_on < whole_to
                when 2 then f.month_level <= at_level
                when 3 then f.year_level <= at_level
                else false end
        where f.kind = any (kinds) and f.code_now >= low and f.code_now < high
          and f.happened_on >= first_day and f.happened_on < end_day and f.booked_on < booked_before) part
    group by part.kind, part.measure, part.unit;
end $$;
comment on function
    figures.whole_months(smallint[], integer, bigint, bigint, date[], integer, date, date, date, date, date) is
    '整月的数，由汇总与新事实合计';
revoke execute on function
    figures.whole_months(smallint[], integer, bigint, bigint, date[], integer, date, date, date, date, date) from public;
grant execute on function
    figures.whole_months(smallint[], integer, bigint, bigint, date[], integer, date, date, date, date, date)
    to rongyi_app, rongyi_job;
