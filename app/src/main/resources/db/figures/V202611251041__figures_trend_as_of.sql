-- The part of a month an as-of day cuts off, by month of business: what a trend as of that day adds to the roll-up.
create function figures.count_booked(
    of_kind smallint, at_level integer, low bigint, high bigint,
    days_from date, days_to date, booked_from date, booked_to date)
    returns table (month date, measure smallint, change bigint)
    language sql stable security definer set search_path = ''
begin atomic
    select d.month, m.measure::smallint, m.change
    from (select figures.month_of(f.happened_on) as month, sum(f.value)::bigint as times,
              sum(figures.sign_of(f.value)) filter (where f.month_level <= at_level) as people
          from figures.fact f
          where f.booked_on >= booked_from and f.booked_on <= booked_to
            and f.kind = of_kind and f.happened_on >= days_from and f.happened_on < days_to
            and f.code_now >= low and f.code_now < high
          group by 1) d
    cross join lateral (values (1, d.times), (2, d.people)) as m (measure, change)
    where m.change is not null;
end;
comment on function figures.count_booked(smallint, integer, bigint, bigint, date, date, date, date) is
    '截至某日的逐月数中，当月已入账的部分,直接由事实合计';

revoke execute on function figures.count_booked(smallint, integer, bigint, bigint, date, date, date, date) from public;
grant execute on function figures.count_booked(smallint, integer, bigint, bigint, date, date, date, date)
    to rongyi_app, rongyi_job;
