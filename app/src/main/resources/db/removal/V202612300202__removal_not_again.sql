-- 清除过的不再算作有话：密文里只剩那句话的记下摘要，历史里各项都是那句话的不再数。换了密钥重新封存过的，又数上，再清除一次也不坏什么。
create table removal.sealed_mark (
    digest     bytea not null primary key,
    removal_id uuid  not null references removal.removal
);
comment on table removal.sealed_mark is '清除后重新封存的密文，只记摘要：里面只有那句话';
create index sealed_mark_removal on removal.sealed_mark (removal_id);
create index removal_of on removal.removal (record) where state = 'CONFIRMED';

-- 历史列里各项换成那句话以后的样子
create function removal.striking(p_json text) returns text
    language sql stable
    return (select string_agg('removal.struck(', '') || quote_ident(split_part(p_json, ':', 1))
                   || string_agg(format(', %L)', string_to_array(p, '.')), '')
            from unnest(string_to_array(split_part(p_json, ':', 2), ',')) p);

drop function removal.speaks(removal.holding);
-- 里面还有话的行：各列里有一列不空、不是那句话；p_removal 那一次自己刚封存的照算
create function removal.speaks(h removal.holding, p_removal uuid) returns text
    language sql stable
    return '(' || concat_ws(' or ',
        (select string_agg(format('nullif(nullif(%I, %L), %L) is not null', w, '', removal.mark()), ' or ') from unnest(h.words) w),
        (select string_agg(format('%1$I is not null and not exists (select from removal.sealed_mark m where m.digest = sha256(%1$I)'
                                  ' and m.removal_id is distinct from %2$L)', split_part(s, ':', 1), p_removal), ' or ')
         from unnest(h.sealed) s),
        (select string_agg(format('%1$I <> %2$s', split_part(j, ':', 1), removal.striking(j)), ' or ') from unnest(h.json) j),
        h.whole, case when h.away then 'true' end) || ')';

create function removal.counted(p_root text, p_record uuid, p_removal uuid, out place text, out zh text, out rows bigint, out fixed boolean)
    returns setof record language plpgsql volatile set search_path = '' as $$
declare
    h removal.holding;
begin
    perform set_config('rongyi.removal', 'on', true);
    for h in select * from removal.holding t where t.root in (p_root, '*') order by t.id loop
        place := h.place;
        zh := coalesce(substring(pg_catalog.obj_description(h.place::regclass, 'pg_class') from '^[^：，。；、:,;(（]+'), h.place);
        fixed := h.fixed;
        execute format('select count(*) from %s where (%s) and %s', h.place, h.rows, removal.speaks(h, p_removal)) into rows using p_record;
        if rows > 0 then
            return next;
        end if;
    end loop;
    perform set_config('rongyi.removal', '', true);
end $$;
revoke all on function removal.counted(text, uuid, uuid) from public;

create or replace function removal.count(p_root text, p_record uuid, out place text, out zh text, out rows bigint, out fixed boolean)
    returns setof record language sql volatile security definer set search_path = ''
begin atomic
    select * from removal.counted(p_root, p_record, null);
end;

create or replace function removal.sealed_cells(p_removal uuid, out place text, out cell text, out key text[], out sealed bytea)
    returns setof record language plpgsql volatile security definer set search_path = '' as $$
declare
    r removal.removal := removal.due(p_removal);
    h removal.holding;
begin
    perform removal.held(r);
    perform set_config('rongyi.removal', 'on', true);
    for h in select * from removal.holding t where t.root in (r.root, '*') and t.sealed <> '{}' and not t.fixed order by t.id loop
        foreach cell in array h.sealed loop
            return query execute format(
                'select %L::text, %L::text, array[%s]::text[], %I from %s where (%s) and %4$I is not null '
                'and not exists (select from removal.sealed_mark m where m.digest = sha256(%4$I))'
                    , h.place, cell, array_to_string(removal.keys(h.place), '::text, ') || '::text',
                split_part(cell, ':', 1), h.place, h.rows) using r.record;
        end loop;
    end loop;
    perform set_config('rongyi.removal', '', true);
end $$;

create or replace function removal.put_sealed(p_removal uuid, p_place text, p_cell text, p_key text[], p_sealed bytea) returns void
    language plpgsql volatile security definer set search_path = '' as $$
declare
    r removal.removal := removal.due(p_removal);
    h removal.holding;
    v_rows integer;
begin
    select * into strict h from removal.holding t
    where t.root in (r.root, '*') and t.place = p_place and p_cell = any (t.sealed) and not t.fixed limit 1;
    perform set_config('rongyi.removal', 'on', true);
    execute format('update %s set %I = $2 where (%s) and %s', h.place, split_part(p_cell, ':', 1), h.rows, removal.keyed(h.place))
        using r.record, p_sealed, p_key;
    get diagnostics v_rows = row_count;
    perform set_config('rongyi.removal', '', true);
    if v_rows <> 1 then
        raise exception 'no such cell of the record' using errcode = 'data_exception';
    end if;
    insert into removal.sealed_mark (digest, removal_id) values (sha256(p_sealed), r.id);
end $$;

create or replace function removal.carry_out(p_removal uuid) returns void
    language plpgsql volatile security definer set search_path = '' as $$
declare
    r removal.removal := removal.due(p_removal);
    h removal.holding;
    v_file text;
    v_set text;
    v_cleared jsonb := '{}';
    v_kept jsonb := '{}';
begin
    perform removal.held(r);
    select coalesce(jsonb_object_agg(c.zh, c.rows), '{}') into v_cleared
    from (select t.zh, sum(t.rows) as rows from removal.counted(r.root, r.record, r.id) t where not t.fixed group by t.zh) c;
    select coalesce(jsonb_object_agg(c.zh, c.rows), '{}') into v_kept
    from (select t.zh, sum(t.rows) as rows from removal.counted(r.root, r.record, r.id) t where t.fixed group by t.zh) c;
    perform set_config('rongyi.removal', 'on', true);
    for h in select * from removal.holding t where t.root in (r.root, '*') and not t.fixed order by t.id loop
        foreach v_file in array h.files loop
            execute format(case when v_file like '%[]'
                                then 'insert into removal.file (removal_id, file_id)
                                      select distinct $2, f from %s, unnest(%I) f where (%s) on conflict do nothing'
                                else 'insert into removal.file (removal_id, file_id)
                                      select distinct $2, %2$I from %1$s where (%3$s) and %2$I is not null on conflict do nothing' end,
                           h.place, replace(v_file, '[]', ''), h.rows) using r.record, r.id;
        end loop;
        if h.away then
            execute format('delete from %s where (%s)', h.place, h.rows) using r.record;
            continue;
        end if;
        v_set := concat_ws(', ',
            (select string_agg(format('%1$I = case when nullif(%1$I, %2$L) is null then %1$I else %3$L end', w, '', removal.mark()), ', ')
             from unnest(h.words) w),
            (select string_agg(format('%I = %s', split_part(j, ':', 1), removal.striking(j)), ', ')
             from unnest(h.json) j),
            h.change);
        if v_set <> '' then
            -- 打开着的更正页面都过时，记录自己的那一行没有话也算
            execute format('update %s set %s where (%s) and %s', h.place, v_set, h.rows,
                           case when h.place = r.root and h.change = 'version = version + 1' then 'true'
                                else removal.speaks(h, r.id) end) using r.record;
        end if;
    end loop;
    perform set_config('rongyi.removal', '', true);
    update removal.removal t set cleared = v_cleared, kept = v_kept where t.id = r.id;
end $$;

do $$
begin
    perform removal.no_words('removal.sealed_mark', 'digest');
end $$;
