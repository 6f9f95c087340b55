-- 行摘要接得上(docs/decisions/0062)：改、删一行时，连改以前的那一行一并记下。与前一次的对不上，就是两次之间有人绕过办理改过，
-- 以后再怎么办理、升级都盖不住。迁移加了列、改了行，也是这样重新登记，留痕里写明是哪一次迁移。
alter table audit.anchor add column was bytea;
comment on column audit.anchor.was is '改、删以前这一行的摘要，照当时看守的列；应与同一行的前一次相同';

create or replace function audit.anchor() returns trigger
    language plpgsql security definer set search_path = '' set timezone = 'Asia/Shanghai' as $$
declare
    v_act text := current_setting('rongyi.anchors', true);
    v_row jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
    if coalesce(v_act, '') = '' then
        v_act := gen_random_uuid()::text;
        perform set_config('rongyi.anchors', v_act, true);
    end if;
    insert into audit.anchor (act, place, key, digest, was)
    values (v_act::uuid, tg_argv[0], audit.row_key(v_row, tg_argv[1]),
            case when tg_op <> 'DELETE' then audit.row_digest(v_row, tg_argv[2]) end,
            case when tg_op <> 'INSERT' then audit.row_digest(to_jsonb(old), tg_argv[2]) end);
    return null;
end $$;

-- 一组各行合成的摘要；以前没有 was 的，合成的不变
create or replace function audit.act_digest(p_act uuid) returns text
    language sql stable
    return (select encode(sha256(convert_to(string_agg(
                       concat_ws(' ', a.seq, a.place, a.key, coalesce(encode(a.digest, 'hex'), '-'), encode(a.was, 'hex')),
                       E'\n' order by a.seq), 'UTF8')), 'hex')
            from audit.anchor a where a.act = p_act);

-- 迁移改过的，重新登记，由那次迁移在最后调用，每张表一次：先把它照触发器改的行收成一组，再照新的列登记摘要变了的行。
-- 每一行连同照原来的列此刻的摘要：迁移以前改过的，校验时仍旧查得出。没有一行要登记的，留痕里也有一条。
create policy by_migration on audit.fresh for insert to rongyi_owner
    with check (act = 'AnchorRows' and outcome = 'ByMigration');
create function audit.anchor_anew(p_migration text, p_table regclass, p_columns text[] default null) returns void
    language plpgsql volatile set search_path = '' set timezone = 'Asia/Shanghai' as $$
declare
    v_place text := p_table::text;
    v_said text[];
    v_now text;
    v_forced boolean := (select c.relforcerowsecurity from pg_catalog.pg_class c where c.oid = p_table);
    v_acts uuid[];
    v_open uuid;
begin
    select string_to_array(encode(t.tgargs, 'escape'), '\000') into strict v_said
    from pg_catalog.pg_trigger t where t.tgrelid = p_table and t.tgname = 'anchored';
    v_now := coalesce(array_to_string(p_columns, ','), v_said[3]);
    select c.act into v_open from audit.close_anchors() c;
    -- 迁移的角色也受行级安全约束：登记时放开，同一个事务里收回
    execute format('alter table %s no force row level security', v_place);
    execute format($sql$
        with told as (select audit.row_key(r.body, %2$L) as key, audit.row_digest(r.body, %3$L) as was,
                             audit.row_digest(r.body, %4$L) as digest
                      from (select to_jsonb(t) as body from %1$s t) r),
             numbered as (select t.*, (row_number() over (order by t.key) - 1) / 10000 as n
                          from told t where t.digest <> t.was),
             groups as materialized (select g.n, gen_random_uuid() as act from (select distinct n from numbered) g),
             made as (insert into audit.anchor (act, place, key, digest, was)
                      select g.act, %1$L, r.key, r.digest, r.was
                      from numbered r join groups g on g.n = r.n
                      order by r.key
                      returning act)
        select array_agg(distinct m.act) from made m $sql$, v_place, v_said[2], v_said[3], v_now) into v_acts;
    if v_forced then
        execute format('alter table %s force row level security', v_place);
    end if;
    execute format($sql$
        create or replace trigger anchored after insert or delete or update of %s on %s for each row
        when (current_setting('rongyi.anchors', true) is distinct from 'later')
        execute function audit.anchor(%L, %L, %L) $sql$, v_now, v_place, v_place, v_said[2], v_now);
    v_acts := array_remove(coalesce(v_acts, '{}') || v_open, null);
    -- 各组的时刻是这次迁移的时刻：同一次迁移不能再来一次
    insert into audit.fresh (id, at, actor_key, actor_name, act, subject, outcome, done, after)
    select gen_random_uuid(), now(), 'job:anchors', '行摘要', 'AnchorRows', g.act, 'ByMigration', true,
           jsonb_strip_nulls(jsonb_build_object('迁移', p_migration, '行摘要', audit.act_digest(g.act)))::text
    from unnest(case when v_acts = '{}' then array[null::uuid] else v_acts end) g (act);
end $$;
revoke all on function audit.anchor_anew(text, regclass, text[]) from public;

-- 看守一张还没有看守的表的这些列，由迁移调用。'later' 是批量装载：装完再登记。
create or replace function audit.watch(p_table regclass, p_columns text[]) returns void
    language plpgsql volatile set search_path = '' as $$
declare
    v_place text := p_table::text;
    v_keys text;
    v_columns text := array_to_string(p_columns, ',');
    v_forced boolean := (select c.relforcerowsecurity from pg_catalog.pg_class c where c.oid = p_table);
begin
    if exists (select from pg_catalog.pg_trigger t where t.tgrelid = p_table and t.tgname = 'anchored') then
        raise exception '% is watched: say audit.anchor_anew with the migration''s number', v_place;
    end if;
    select string_agg(a.attname, ',' order by k.place) into strict v_keys
    from pg_catalog.pg_index i
    cross join lateral unnest(i.indkey) with ordinality k (number, place)
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = p_table and i.indisprimary;
    execute format($sql$
        create trigger anchored after insert or delete or update of %s on %s for each row
        when (current_setting('rongyi.anchors', true) is distinct from 'later')
        execute function audit.anchor(%L, %L, %L) $sql$, v_columns, v_place, v_place, v_keys, v_columns);
    execute format('alter table %s no force row level security', v_place);
    perform audit.anchor_standing(v_place, v_keys, v_columns);
    if v_forced then
        execute format('alter table %s force row level security', v_place);
    end if;
end $$;
