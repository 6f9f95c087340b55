-- 行摘要(docs/decisions/0056)：看守的表里，办理每增、改、删一行，触发器记下那一行的摘要；办理结束时，这一次办理的各行摘要合成一个，
-- 写进留痕，随留痕封存。谁不经办理改了数据库里的一行，或绕过触发器，或触动触发器却没有留痕，./rongyi verify ledger 都查得出来。
create table audit.anchor (
    seq    bigint generated always as identity primary key,
    act    uuid   not null,
    place  text   not null,
    key    text   not null,
    digest bytea
);
comment on table audit.anchor is '行摘要：看守的表里每一行每一次的内容，只增不改；一行以最后一次为准';
comment on column audit.anchor.act is '同一次办理的一组；留痕里 AnchorRows 的 subject';
comment on column audit.anchor.place is '表';
comment on column audit.anchor.key is '主键，几列的以空格相接';
comment on column audit.anchor.digest is 'SHA-256(看守的各列，空的不入内)；空为这一行删去了';
create index anchor_act on audit.anchor (act);
create index anchor_row on audit.anchor (place, key, seq desc);
grant select on audit.anchor to rongyi_job;

create function audit.only_grows() returns trigger language plpgsql set search_path = '' as $$
begin
    raise exception 'digests of rows only grow' using errcode = 'restrict_violation';
end $$;
create trigger only_grows before update or delete or truncate on audit.anchor
    for each statement execute function audit.only_grows();

-- 一行的键和摘要。时区写死，各处读出来一样。
create function audit.row_key(p_row jsonb, p_keys text) returns text
    language sql immutable
    return (select string_agg(p_row ->> k.name, ' ' order by k.place)
            from unnest(string_to_array(p_keys, ',')) with ordinality k (name, place));
create function audit.row_digest(p_row jsonb, p_columns text) returns bytea
    language sql immutable
    return (select sha256(convert_to(jsonb_object_agg(c.key, c.value)::text, 'UTF8'))
            from jsonb_each(p_row) c
            where c.key = any (string_to_array(p_columns, ',')) and c.value <> 'null'::jsonb);

create function audit.anchor() returns trigger
    language plpgsql security definer set search_path = '' set timezone = 'Asia/Shanghai' as $$
declare
    v_act text := current_setting('rongyi.anchors', true);
    v_row jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
    if coalesce(v_act, '') = '' then
        v_act := gen_random_uuid()::text;
        perform set_config('rongyi.anchors', v_act, true);
    end if;
    insert into audit.anchor (act, place, key, digest)
    values (v_act::uuid, tg_argv[0], audit.row_key(v_row, tg_argv[1]),
            case when tg_op <> 'DELETE' then audit.row_digest(v_row, tg_argv[2]) end);
    return null;
end $$;

-- 一组各行合成的摘要
create function audit.act_digest(p_act uuid) returns text
    language sql stable
    return (select encode(sha256(convert_to(string_agg(
                       concat_ws(' ', a.seq, a.place, a.key, coalesce(encode(a.digest, 'hex'), '-')), E'\n' order by a.seq),
                       'UTF8')), 'hex')
            from audit.anchor a where a.act = p_act);

-- 办理结束：这一次办理到此的一组，连同它的摘要；没有动过看守的表就没有行。以后再动的，另成一组。
create function audit.close_anchors(out act uuid, out digest text) returns setof record
    language plpgsql volatile security definer set search_path = '' as $$
begin
    act := nullif(nullif(current_setting('rongyi.anchors', true), ''), 'later')::uuid;
    if act is not null then
        digest := audit.act_digest(act);
        perform set_config('rongyi.anchors', '', true);
        return next;
    end if;
end $$;
revoke all on function audit.close_anchors() from public;
grant execute on function audit.close_anchors() to rongyi_app, rongyi_self, rongyi_job;

-- 看守以前、演示装载就有的行：照原样登记一次，留痕里写明是照原样。登记过的行不再登记，改过的洗不白。
create policy stand_as_they_are on audit.fresh for insert to rongyi_owner
    with check (act = 'AnchorRows' and outcome = 'AsTheyStood');
create function audit.anchor_standing(p_place text, p_keys text, p_columns text) returns void
    language plpgsql volatile set search_path = '' set timezone = 'Asia/Shanghai' as $$
declare
    v_acts uuid[];
begin
    execute format($sql$
        with bare as (select r.body, audit.row_key(r.body, %2$L) as key
                      from (select to_jsonb(t) as body from %1$s t) r),
             numbered as (select b.body, b.key, (row_number() over (order by b.key) - 1) / 10000 as n
                          from bare b
                          left join (select distinct a.key from audit.anchor a where a.place = %1$L) a on a.key = b.key
                          where a.key is null),
             groups as materialized (select g.n, gen_random_uuid() as act from (select distinct n from numbered) g),
             made as (insert into audit.anchor (act, place, key, digest)
                      select g.act, %1$L, r.key, audit.row_digest(r.body, %3$L)
                      from numbered r join groups g on g.n = r.n
                      order by r.key
                      returning act)
        select array_agg(distinct m.act) from made m $sql$, p_place, p_keys, p_columns) into v_acts;
    insert into audit.fresh (id, at, actor_key, actor_name, act, subject, outcome, done, after)
    select gen_random_uuid(), clock_timestamp(), 'job:anchors', '行摘要', 'AnchorRows', g.act, 'AsTheyStood', true,
           jsonb_build_object('行摘要', audit.act_digest(g.act))::text
    from unnest(v_acts) g (act);
end $$;
revoke all on function audit.anchor_standing(text, text, text) from public;

-- 看守一张表的这些列，由迁移调用；以后加了列，再调用一次。'later' 是批量装载：装完再登记。
create function audit.watch(p_table regclass, p_columns text[]) returns void
    language plpgsql volatile set search_path = '' as $$
declare
    v_place text := p_table::text;
    v_keys text;
    v_columns text := array_to_string(p_columns, ',');
    v_forced boolean := (select c.relforcerowsecurity from pg_catalog.pg_class c where c.oid = p_table);
begin
    select string_agg(a.attname, ',' order by k.place) into strict v_keys
    from pg_catalog.pg_index i
    cross join lateral unnest(i.indkey) with ordinality k (number, place)
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = p_table and i.indisprimary;
    execute format($sql$
        create or replace trigger anchored after insert or delete or update of %s on %s for each row
        when (current_setting('rongyi.anchors', true) is distinct from 'later')
        execute function audit.anchor(%L, %L, %L) $sql$, v_columns, v_place, v_place, v_keys, v_columns);
    -- 迁移的角色也受行级安全约束：登记已有的行时放开，同一个事务里收回
    execute format('alter table %s no force row level security', v_place);
    perform audit.anchor_standing(v_place, v_keys, v_columns);
    if v_forced then
        execute format('alter table %s force row level security', v_place);
    end if;
end $$;
revoke all on function audit.watch(regclass, text[]) from public;

-- 除了这些列：现行区划代码、密文、盲索引随区划和密钥而变，由数据库算出来的列改不了。
create function audit.columns_but(p_table regclass, p_but text[] default '{}') returns text[]
    language sql stable
    return (select array_agg(a.attname::text order by a.attnum)
            from pg_catalog.pg_attribute a
            where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and a.attname not in ('code_now', 'place_now') and a.attname !~ '_(sealed|index|index_next)$'
              and a.attname <> all (p_but));
revoke all on function audit.columns_but(regclass, text[]) from public;
