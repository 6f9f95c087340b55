-- 清除泄密内容(docs/decisions/0079)：一条记录里的自由文字在哪些表、哪些列，由各房间在这里登记；有权机关的文件、一人提出、另一人核准，
-- 一个事务里全部换成一句话，文件当即销毁。登记与数据库里的列由测试对照：多一列没有登记，测试就不过。
create schema removal;
grant usage on schema removal to rongyi_app, rongyi_job;

create table removal.root (
    place text not null primary key,
    zh    text not null,
    reach text
);
comment on table removal.root is '哪些表的一行算一条记录，可以按它的编号清除';
comment on column removal.root.reach is '没有行级安全的表，另凭什么认定在提出人的辖区；PROVINCE 为只由省级提出';
create table removal.holding (
    id     bigint  generated always as identity primary key,
    place  text    not null,
    root   text    not null,
    rows   text    not null,
    words  text[]  not null,
    sealed text[]  not null,
    json   text[]  not null,
    files  text[]  not null,
    change text,
    whole  text,
    away   boolean not null,
    fixed  boolean not null
);
comment on table removal.holding is '一条记录的自由文字在哪里：哪张表的哪些行、哪些列';
comment on column removal.holding.root is '哪种记录；* 为任何记录';
comment on column removal.holding.rows is '哪些行，$1 为记录的编号';
comment on column removal.holding.sealed is '密文列；冒号后面是里面要换掉的各项，没有的整段换掉';
comment on column removal.holding.json is '历史列和里面要换掉的各项';
comment on column removal.holding.files is '指着文件的列，文件销毁';
comment on column removal.holding.change is '一并改的列';
comment on column removal.holding.whole is '没有改过的条件，与 change 同在';
comment on column removal.holding.away is '整行删去';
comment on column removal.holding.fixed is '已经公开、封存，改了就对不上，系统不能清除，只告诉人';
create table removal.plain (
    place   text   not null primary key,
    columns text[] not null
);
comment on table removal.plain is '没有自由文字的列：代码、编号、姓名、单位、摘要、密钥、程序写的话';
grant select on removal.root, removal.holding, removal.plain to rongyi_app, rongyi_job;

create table removal.removal (
    id            uuid        not null primary key,
    root          text        not null,
    record        uuid        not null,
    address       text        not null,
    zh            text        not null,
    unit_id       uuid        not null,
    unit_name     text        not null,
    paper         text        not null check (paper <> ''),
    paper_on      date        not null,
    authority     text        not null check (authority <> ''),
    state         text        not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    proposed_by   uuid        not null,
    proposed_for  uuid,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_for   uuid,
    decided_name  text,
    decided_at    timestamptz,
    decided_words text,
    cleared       jsonb,
    kept          jsonb,
    constraint removal_answered
        check ((state = 'PROPOSED') = (decided_by is null) and num_nonnulls(decided_by, decided_name, decided_at) in (0, 3)),
    constraint removal_by_another
        check (state in ('PROPOSED', 'WITHDRAWN')
               or not array[decided_by, decided_for] && array[proposed_by, coalesce(proposed_for, proposed_by)])
);
comment on table removal.removal is '清除泄密内容：凭哪一份文件、谁提出、谁核准、清除了几处；内容本身不留';
comment on column removal.removal.record is '哪条记录，root 那张表里的编号';
comment on column removal.removal.address is '记录的网址，只有路径';
comment on column removal.removal.unit_id is '提出人的单位';
comment on column removal.removal.paper is '有权机关的文号';
comment on column removal.removal.cleared is '各处清除了几行';
comment on column removal.removal.kept is '各处有几行已经公开、封存，没有动';
create unique index removal_open on removal.removal (record) where state = 'PROPOSED';
create index removal_listed on removal.removal (proposed_at desc, id desc);
alter table removal.removal enable row level security;
alter table removal.removal force row level security;
create policy scope on removal.removal to rongyi_app
    using (unit_id in (select u.id from organisation.unit u where u.code_now <@ (select kernel.scope_ranges())))
    with check (unit_id in (select u.id from organisation.unit u where u.code_now <@ (select kernel.scope_ranges())));
create policy job on removal.removal for select to rongyi_job using (true);
create policy owner on removal.removal to rongyi_owner using (true) with check (true);
grant select, insert on removal.removal to rongyi_app;
grant update (state, decided_by, decided_for, decided_name, decided_at, decided_words) on removal.removal to rongyi_app;
grant select on removal.removal to rongyi_job;

create table removal.file (
    removal_id uuid        not null references removal.removal,
    file_id    text        not null,
    gone_at    timestamptz,
    primary key (removal_id, file_id)
);
comment on table removal.file is '清除时要销毁的文件；空着的还没有销毁(正在做备份)，或者另有记录用着同一个文件';
create index file_left on removal.file (file_id) where gone_at is null;
alter table removal.file enable row level security;
alter table removal.file force row level security;
create policy scope on removal.file for select to rongyi_app
    using (removal_id in (select r.id from removal.removal r));
create policy job on removal.file to rongyi_job using (true) with check (true);
create policy owner on removal.file to rongyi_owner using (true) with check (true);
grant select on removal.file to rongyi_app;
grant select, update (gone_at) on removal.file to rongyi_job;

create function removal.mark() returns text language sql immutable return '已按规定清除';
-- 正在清除或者清点：只有这里的函数这样说，平常没有
create function removal.at_work() returns boolean
    language sql stable return coalesce(current_setting('rongyi.removal', true) = 'on', false);
grant execute on function removal.mark(), removal.at_work() to rongyi_app, rongyi_job;

-- 清除的函数以所有者的名义做事，行级安全也锁所有者：登记过的表，清除时才对它开
create function removal.opens(p_place text) returns void language plpgsql as $$
begin
    if (select c.relrowsecurity from pg_catalog.pg_class c where c.oid = p_place::regclass)
       and not exists (select from pg_catalog.pg_policy p where p.polrelid = p_place::regclass and p.polname = 'removal') then
        execute format('create policy removal on %s to rongyi_owner using (removal.at_work()) with check (removal.at_work())',
                       p_place::regclass);
    end if;
end $$;
revoke all on function removal.opens(text) from public;

-- 由各房间的迁移调用
create function removal.roots(p_place text, p_zh text, p_reach text default null) returns void language sql
begin atomic
    select removal.opens(p_place);
    insert into removal.root (place, zh, reach) values (p_place, p_zh, p_reach);
end;
revoke all on function removal.roots(text, text, text) from public;

create function removal.holds(
    p_place text, p_root text, words text default '', sealed text default '', history text default '', lines text default 'id = $1',
    files text default '', change text default null, whole text default null, away boolean default false,
    fixed boolean default false) returns void language plpgsql as $$
begin
    perform removal.opens(p_place);
    insert into removal.holding (place, root, rows, words, sealed, json, files, change, whole, away, fixed)
    values (p_place, p_root, lines, string_to_array(words, ' '), string_to_array(sealed, ' '), string_to_array(history, ' '),
            string_to_array(files, ' '), change, whole, away, fixed);
end $$;
revoke all on function removal.holds(text, text, text, text, text, text, text, text, text, boolean, boolean) from public;

create function removal.no_words(p_place text, p_columns text) returns void language sql
begin atomic
    insert into removal.plain (place, columns) values (p_place, string_to_array(p_columns, ' '))
    on conflict (place) do update set columns = removal.plain.columns || excluded.columns;
end;
revoke all on function removal.no_words(text, text) from public;

-- 一张表的主键各列，先后照主键
create function removal.keys(p_place text) returns text[]
    language sql stable
    return (select array_agg(quote_ident(a.attname) order by k.place)
            from pg_catalog.pg_index i
            cross join lateral unnest(i.indkey) with ordinality k (number, place)
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
            where i.indrelid = p_place::regclass and i.indisprimary);

-- 主键等于 $3 里各项的条件，走得上主键的索引
create function removal.keyed(p_place text) returns text
    language sql stable
    return (select string_agg(format('%I = ($3)[%s]::%s', a.attname, k.place, pg_catalog.format_type(a.atttypid, a.atttypmod)), ' and ')
            from pg_catalog.pg_index i
            cross join lateral unnest(i.indkey) with ordinality k (number, place)
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
            where i.indrelid = p_place::regclass and i.indisprimary);

-- 里面还有话的行：各列里有一列不空、不是那句话
create function removal.speaks(h removal.holding) returns text
    language sql stable
    return '(' || concat_ws(' or ',
        (select string_agg(format('nullif(nullif(%I, %L), %L) is not null', w, '', removal.mark()), ' or ') from unnest(h.words) w),
        (select string_agg(format('%I is not null', split_part(s, ':', 1)), ' or ') from unnest(h.sealed) s),
        (select string_agg(format('%I is not null', split_part(j, ':', 1)), ' or ') from unnest(h.json) j),
        h.whole, case when h.away then 'true' end) || ')';

-- 把历史里这些项换成那句话；项写成一路往里的名字，中间的数组每一个都换
create function removal.struck(p_value jsonb, p_path text[]) returns jsonb language plpgsql immutable set search_path = '' as $$
begin
    if jsonb_typeof(p_value) = 'array' then
        return (select coalesce(jsonb_agg(removal.struck(e.value, p_path) order by e.place), '[]')
                from jsonb_array_elements(p_value) with ordinality e (value, place));
    elsif cardinality(p_path) = 0 then
        return case when jsonb_typeof(p_value) = 'string' and p_value <> '""' then to_jsonb(removal.mark()) else p_value end;
    elsif jsonb_typeof(p_value) = 'object' and p_value ? p_path[1] then
        return p_value || jsonb_build_object(p_path[1], removal.struck(p_value -> p_path[1], p_path[2:]));
    end if;
    return p_value;
end $$;

-- 一条记录在各处有几行话，哪些动不了；只数，不给内容
create function removal.count(p_root text, p_record uuid, out place text, out zh text, out rows bigint, out fixed boolean)
    returns setof record language plpgsql volatile security definer set search_path = '' as $$
declare
    h removal.holding;
begin
    perform set_config('rongyi.removal', 'on', true);
    for h in select * from removal.holding t where t.root in (p_root, '*') order by t.id loop
        place := h.place;
        zh := coalesce(substring(pg_catalog.obj_description(h.place::regclass, 'pg_class') from '^[^：，。；、:,;(（]+'), h.place);
        fixed := h.fixed;
        execute format('select count(*) from %s where (%s) and %s', h.place, h.rows, removal.speaks(h)) into rows using p_record;
        if rows > 0 then
            return next;
        end if;
    end loop;
    perform set_config('rongyi.removal', '', true);
end $$;
revoke all on function removal.count(text, uuid) from public;
grant execute on function removal.count(text, uuid) to rongyi_app;

-- 这个编号是哪种记录：以问的人的眼睛看，行级安全照旧
create function removal.find(p_record uuid, p_province boolean, out root text, out zh text) returns setof record
    language plpgsql stable set search_path = '' as $$
declare
    v_reach text;
    v_found boolean;
begin
    for root, zh, v_reach in select t.place, t.zh, t.reach from removal.root t order by t.place = 'fund.lot', t.place loop
        if v_reach is distinct from 'PROVINCE' or p_province then
            execute format('select exists (select from %s where id = $1 and (%s))', root,
                           case when coalesce(v_reach, 'PROVINCE') = 'PROVINCE' then 'true' else v_reach end)
                into v_found using p_record;
            if v_found then
                return next;
            end if;
        end if;
    end loop;
end $$;
revoke all on function removal.find(uuid, boolean) from public;
grant execute on function removal.find(uuid, boolean) to rongyi_app;

-- 核准了、还没有做的那一次
create function removal.due(p_removal uuid) returns removal.removal
    language plpgsql volatile security definer set search_path = '' as $$
declare
    r removal.removal;
begin
    select * into r from removal.removal t where t.id = p_removal and t.state = 'CONFIRMED' and t.cleared is null for update;
    if not found or kernel.scope_account() is distinct from r.decided_by then
        raise exception 'nothing is removed that another has not confirmed' using errcode = 'insufficient_privilege';
    end if;
    return r;
end $$;
revoke all on function removal.due(uuid) from public;

-- 记录锁住再找：正在更正它的人写完了才动手，他写的也清除；后来的等着，再看见的就是清除以后的
create function removal.held(r removal.removal) returns void language plpgsql volatile set search_path = '' as $$
begin
    perform set_config('rongyi.removal', 'on', true);
    execute format('select from %s where id = $1 for update', r.root) using r.record;
    perform set_config('rongyi.removal', '', true);
end $$;
revoke all on function removal.held(removal.removal) from public;

-- 要换掉的密文，由程序打开、换成那句话、重新封存
create function removal.sealed_cells(p_removal uuid, out place text, out cell text, out key text[], out sealed bytea)
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
                'select %L::text, %L::text, array[%s]::text[], %I from %s where (%s) and %4$I is not null'
                    , h.place, cell, array_to_string(removal.keys(h.place), '::text, ') || '::text',
                split_part(cell, ':', 1), h.place, h.rows) using r.record;
        end loop;
    end loop;
    perform set_config('rongyi.removal', '', true);
end $$;
revoke all on function removal.sealed_cells(uuid) from public;
grant execute on function removal.sealed_cells(uuid) to rongyi_app;

create function removal.put_sealed(p_removal uuid, p_place text, p_cell text, p_key text[], p_sealed bytea) returns void
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
end $$;
revoke all on function removal.put_sealed(uuid, text, text, text[], bytea) from public;
grant execute on function removal.put_sealed(uuid, text, text, text[], bytea) to rongyi_app;

-- 明文、历史、草稿、文件，一次做完；密文在此以前换好。文件记下来，事务成了当即销毁。
create function removal.carry_out(p_removal uuid) returns void
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
    from (select t.zh, sum(t.rows) as rows from removal.count(r.root, r.record) t where not t.fixed group by t.zh) c;
    select coalesce(jsonb_object_agg(c.zh, c.rows), '{}') into v_kept
    from (select t.zh, sum(t.rows) as rows from removal.count(r.root, r.record) t where t.fixed group by t.zh) c;
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
            (select string_agg(format('%I = %s', split_part(j, ':', 1),
                                      (select string_agg('removal.struck(', '') from unnest(string_to_array(split_part(j, ':', 2), ',')))
                                      || quote_ident(split_part(j, ':', 1))
                                      || (select string_agg(format(', %L)', string_to_array(p, '.')), '')
                                          from unnest(string_to_array(split_part(j, ':', 2), ',')) p)), ', ')
             from unnest(h.json) j),
            h.change);
        if v_set <> '' then
            -- 打开着的更正页面都过时，记录自己的那一行没有话也算
            execute format('update %s set %s where (%s) and %s', h.place, v_set, h.rows,
                           case when h.place = r.root and h.change = 'version = version + 1' then 'true'
                                else removal.speaks(h) end) using r.record;
        end if;
    end loop;
    perform set_config('rongyi.removal', '', true);
    update removal.removal t set cleared = v_cleared, kept = v_kept where t.id = r.id;
end $$;
revoke all on function removal.carry_out(uuid) from public;
grant execute on function removal.carry_out(uuid) to rongyi_app;

-- 凭证只增不改；清除泄密内容时换掉摘要里的话，前后两个摘要进了那次清除的留痕，./rongyi verify ledger 照着认
create or replace function fund.forbid() returns trigger language plpgsql set search_path = '' as $$
begin
    if tg_op = 'UPDATE' and tg_relid = 'fund.entry'::regclass and removal.at_work() then
        return null;
    end if;
    raise exception 'the ledger only grows' using errcode = 'restrict_violation';
end $$;
