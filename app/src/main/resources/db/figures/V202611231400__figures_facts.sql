-- 数据账:每办一事记一条事实,汇总由事实推出。people (人) is distinct within a month or a year and is never summed;
-- the level columns of a fact say from which level on it changed the number of distinct people.
create schema figures;
comment on schema figures is '数据:事实、尚未并入的新事实、汇总';

create function figures.month_of(day date) returns date
    language sql immutable parallel safe
    return day - (extract(day from day)::int - 1);
comment on function figures.month_of(date) is '所在月的首日';

create function figures.year_of(day date) returns date
    language sql immutable parallel safe
    return day - (extract(doy from day)::int - 1);
comment on function figures.year_of(date) is '所在年的首日';

-- Hosted stations (机关、企业、园区) have seat codes in unused digits: 7 to 9 from 600 on below a county, city or the
-- province, 10 to 12 from 600 on below a town. In a list of children they count for the parent itself (本级/直属);
-- level 6 is the seat alone. Equal at one level means equal at all wider ones: distinct counting rests on it.
create function figures.bucket(code bigint, level integer) returns bigint
    language sql immutable parallel safe
    return case
        when level >= 6 then code
        when level >= 4 and code / 1000 % 1000 >= 600 then code - code % 1000000
        when level = 5 then code - case when code % 1000 >= 600 then code % 1000 else 0 end
        when level = 4 then code - code % 1000
        when level = 3 then code - code % 1000000
        when level = 2 then code - code % 100000000
        else code - code % 10000000000
    end;
comment on function figures.bucket(bigint, integer) is '代码在某级(1 省至 5 村社区,6 挂靠站自身)归入哪个单位';

create function figures.deepest_shared(one bigint, other bigint) returns integer
    language sql immutable parallel safe
    return case
        when one = other then 6
        else (figures.bucket(one, 1) = figures.bucket(other, 1))::int
            + (figures.bucket(one, 2) = figures.bucket(other, 2))::int
            + (figures.bucket(one, 3) = figures.bucket(other, 3))::int
            + (figures.bucket(one, 4) = figures.bucket(other, 4))::int
            + (figures.bucket(one, 5) = figures.bucket(other, 5))::int
    end;
comment on function figures.deepest_shared(bigint, bigint) is '两个代码共属的最低一级;0 为不同省';

create function figures.sign_of(value bigint) returns integer
    language sql immutable parallel safe
    return case when value > 0 then 1 else -1 end;

create table figures.fact (
    id          bigint   generated always as identity primary key,
    code_then   bigint   not null,
    code_now    bigint   not null,
    value       bigint   not null check (value <> 0),
    happened_on date     not null,
    booked_on   date     not null,
    kind        smallint not null,
    month_level smallint check (month_level between 1 and 6),
    year_level  smallint check (year_level between 1 and 6),
    subject     uuid     not null,
    person      uuid,
    check (person is not null or (month_level is null and year_level is null))
);
comment on table figures.fact is '事实:只增;更正是一条负的加一条正的。区划变更时只改 code_now 与两个级别';
comment on column figures.fact.code_then is '发生时的区划代码,不改';
comment on column figures.fact.code_now is '现在的区划代码';
comment on column figures.fact.value is '人次(+1、-1)或数量、金额(分)';
comment on column figures.fact.happened_on is '业务日期';
comment on column figures.fact.booked_on is '入账日期:补录时晚于业务日期';
comment on column figures.fact.kind is '数据种类';
comment on column figures.fact.month_level is '自该级起至最低级,当月人数随本条增减一;空为不变';
comment on column figures.fact.year_level is '自该级起至最低级,当年人数随本条增减一;空为不变';
comment on column figures.fact.subject is '所记的业务记录';
comment on column figures.fact.person is '人员;不计人数的种类为空';
create index fact_happened on figures.fact (kind, happened_on, code_now) include (value, booked_on);
create index fact_person on figures.fact (person, kind, happened_on) where person is not null;
create index fact_code on figures.fact (code_now);
create index fact_booked on figures.fact using brin (booked_on) with (pages_per_range = 16, autosummarize = on);

create table figures.fresh (
    code_now    bigint   not null,
    value       bigint   not null,
    happened_on date     not null,
    booked_on   date     not null,
    kind        smallint not null,
    month_level smallint,
    year_level  smallint
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, vacuum_truncate = false);
comment on table figures.fresh is '新事实:尚未并入汇总的部分,每几秒并入一次;读数 = 汇总 + 新事实';

create table figures.rollup (
    value        bigint   not null,
    code         bigint   not null,
    month        date     not null,
    booked_month date     not null,
    kind         smallint not null,
    measure      smallint not null check (measure between 1 and 3),
    level        smallint not null check (level between 1 and 6),
    primary key (kind, measure, level, month, code, booked_month)
) partition by list (level);
-- The upper levels are few rows in many questions: apart from the rest they lie close together.
create table figures.rollup_above partition of figures.rollup for values in (1, 2, 3)
    with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create table figures.rollup_town partition of figures.rollup for values in (4)
    with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create table figures.rollup_village partition of figures.rollup for values in (5, 6)
    with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
comment on table figures.rollup_above is '汇总:省、市、县';
comment on table figures.rollup_town is '汇总:镇街';
comment on table figures.rollup_village is '汇总:村社区,及挂靠站自身';
comment on table figures.rollup is '汇总:各级各单位各月的数';
comment on column figures.rollup.measure is '1 人次或数量;2 当月人数;3 当年人数';
comment on column figures.rollup.level is '1 省至 5 村社区;6 挂靠站自身';
comment on column figures.rollup.code is '该级单位的代码;等于上级代码的一行是本级/直属';
comment on column figures.rollup.month is '业务月首日;当年人数为年首日';
comment on column figures.rollup.booked_month is '入账月首日';

create table figures.recode (
    from_code bigint not null primary key,
    to_code   bigint not null check (to_code <> from_code),
    moved_on  date   not null
);
create index recode_to on figures.recode (to_code);
comment on table figures.recode is '代码承接:仍按旧代码记来的事实记入新代码';

-- One fact as rows of the roll-up.
create function figures.expand(
    code bigint, value bigint, happened_on date, month_level smallint, year_level smallint)
    returns table (measure smallint, level smallint, month date, unit bigint, change bigint)
    language sql immutable parallel safe
begin atomic
    select m.measure::smallint, l::smallint, m.month, figures.bucket(code, l), m.change
    from (values
            (1, 1::smallint, figures.month_of(happened_on), value),
            (2, month_level, figures.month_of(happened_on), figures.sign_of(value)::bigint),
            (3, year_level, figures.year_of(happened_on), figures.sign_of(value)::bigint))
        as m (measure, from_level, month, change)
    cross join lateral generate_series(m.from_level::int, 6) as l
    where l < 6 or code <> figures.bucket(code, 5);
end;
comment on function figures.expand(bigint, bigint, date, smallint, smallint) is '一条事实在汇总中的各行';

-- From which level on a change at a code changes the number of distinct people of the month and of the year: one below
-- the deepest level shared with any other place that has the person in that period; none where the person stays.
create function figures.levels(
    who uuid, what smallint, at_code bigint, on_day date, change integer, before bigint,
    out month_level smallint, out year_level smallint, out held bigint)
    language sql stable
begin atomic
    with place as (
        select f.code_now = at_code as own,
            figures.deepest_shared(f.code_now, at_code) as shared,
            sum(figures.sign_of(f.value)) as in_year,
            coalesce(sum(figures.sign_of(f.value))
                filter (where figures.month_of(f.happened_on) = figures.month_of(on_day)), 0) as in_month
        from figures.fact f
        where f.person = who and f.kind = what and f.id < before
          and f.happened_on >= figures.year_of(on_day)
          and f.happened_on < figures.year_of(figures.year_of(on_day) + 366)
        group by f.code_now),
    near as (
        select coalesce(max(in_month) filter (where own), 0) as own_month,
            coalesce(max(in_year) filter (where own), 0) as own_year,
            1 + coalesce(max(shared) filter (where not own and in_month > 0), 0) as month_level,
            1 + coalesce(max(shared) filter (where not own and in_year > 0), 0) as year_level
        from place)
    select case when (own_month > 0) <> (own_month + change > 0) then near.month_level::smallint end,
        case when (own_year > 0) <> (own_year + change > 0) then near.year_level::smallint end,
        own_month
    from near;
end;
comment on function figures.levels(uuid, smallint, bigint, date, integer, bigint) is
    '某人在某处增减一次时,当月、当年人数自哪一级起变化';

-- Writers of one person go one after another, in the order of keys; those of different people never wait for each
-- other. The shared lock lets a change of divisions wait until they have committed.
create function figures.lock_writers(persons uuid[]) returns void
    language plpgsql volatile security definer set search_path = ''
as $$
begin
    perform pg_catalog.pg_advisory_xact_lock_shared(20211, 0);
    perform pg_catalog.pg_advisory_xact_lock(20212, k.key)
    from (select distinct uuid_hash(p) as key from unnest(persons) as p where p is not null order by 1) k;
end $$;
comment on function figures.lock_writers(uuid[]) is '记数之前取得的锁';

create function figures.count_facts(
    kinds smallint[], codes bigint[], days date[], subjects uuid[], persons uuid[], amounts bigint[], today date)
    returns void
    language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_generic_plan
as $$
declare
    place bigint;
    now_at record;
begin
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
        if persons[i] is not null then
            select l.month_level, l.year_level, l.held into now_at
            from figures.levels(
                persons[i], kinds[i], place, days[i], figures.sign_of(amounts[i]), 9223372036854775807) l;
            if now_at.held + figures.sign_of(amounts[i]) < 0 then
                raise exception 'fact of kind % at % withdrawn more often than counted', kinds[i], place;
            end if;
            with booked as (
                insert into figures.fact (code_then, code_now, value, happened_on, booked_on, kind,
                    month_level, year_level, subject, person)
                values (codes[i], place, amounts[i], days[i], today, kinds[i],
                    now_at.month_level, now_at.year_level, subjects[i], persons[i]))
            insert into figures.fresh (code_now, value, happened_on, booked_on, kind, month_level, year_level)
            values (place, amounts[i], days[i], today, kinds[i], now_at.month_level, now_at.year_level);
        else
            with booked as (
                insert into figures.fact (code_then, code_now, value, happened_on, booked_on, kind, subject)
                values (codes[i], place, amounts[i], days[i], today, kinds[i], subjects[i]))
            insert into figures.fresh (code_now, value, happened_on, booked_on, kind)
            values (place, amounts[i], days[i], today, kinds[i]);
        end if;
    end loop;
end $$;
comment on function figures.count_facts(smallint[], bigint[], date[], uuid[], uuid[], bigint[], date) is
    '记入事实;办理人看不到他处记录,人数由本函数代算';

-- What roll-ups cannot answer: single days at the edges of a free period, and the part of a month an as-of day cuts
-- off. Sums only; nobody's record leaves through here.
create function figures.count_days(
    kinds smallint[], at_level integer, low bigint, high bigint,
    edges date[], edges_booked_before date,
    days_from date, days_to date, booked_from date, booked_to date, people smallint)
    returns table (kind smallint, measure smallint, unit bigint, change bigint)
    language sql stable security definer set search_path = ''
begin atomic
    select f.kind, 1::smallint, figures.bucket(f.code_now, at_level), sum(f.value)::bigint
    from figures.fact f
    where f.kind = any (kinds) and f.happened_on = any (edges) and f.booked_on < edges_booked_before
      and f.code_now >= low and f.code_now < high
    group by 1, 3
    union all
    select d.kind, m.measure::smallint, d.unit, m.change
    from (select f.kind, figures.bucket(f.code_now, at_level) as unit, sum(f.value)::bigint as times,
              sum(figures.sign_of(f.value)) filter (where f.month_level <= at_level) as month_people,
              sum(figures.sign_of(f.value)) filter (where f.year_level <= at_level) as year_people
          from figures.fact f
          where booked_from is not null and f.booked_on >= booked_from and f.booked_on <= booked_to
            and f.kind = any (kinds) and f.happened_on >= days_from and f.happened_on < days_to
            and f.code_now >= low and f.code_now < high
          group by 1, 2) d
    cross join lateral (values (1, d.times), (2, d.month_people), (3, d.year_people)) as m (measure, change)
    where m.measure in (1, people) and m.change is not null;
end;
comment on function
    figures.count_days(smallint[], integer, bigint, bigint, date[], date, date, date, date, date, smallint)
    is '零散日期与截至某日的数,直接由事实合计';

revoke execute on all functions in schema figures from public;
grant usage on schema figures to rongyi_app, rongyi_job;
grant execute on all functions in schema figures to rongyi_job;
grant execute on function
    figures.month_of(date), figures.year_of(date), figures.bucket(bigint, integer), figures.sign_of(bigint),
    figures.expand(bigint, bigint, date, smallint, smallint),
    figures.lock_writers(uuid[]),
    figures.count_facts(smallint[], bigint[], date[], uuid[], uuid[], bigint[], date),
    figures.count_days(smallint[], integer, bigint, bigint, date[], date, date, date, date, date, smallint)
    to rongyi_app;
grant select on figures.fresh, figures.rollup to rongyi_app;
grant select, insert, update, delete on figures.fresh, figures.rollup, figures.recode to rongyi_job;
grant select, insert, update on figures.fact to rongyi_job;

alter table figures.fact enable row level security;
alter table figures.fact force row level security;
create policy functions_of_the_owner on figures.fact to rongyi_owner using (true) with check (true);
create policy jobs on figures.fact to rongyi_job using (true) with check (true);
