-- 付钱以前先看，看每一次(docs/decisions/0070)：绕过办理改过的行，以后再办理一次也洗不白。改以前的那一行与前一次留下的不符，
-- 和 ./rongyi verify ledger 一样算；没有记下改以前那一行的旧摘要，不算。迁移重新登记的，照那时看守的列，接得上。
create or replace function audit.strayed(p_table regclass, p_ids uuid[]) returns setof uuid
    language plpgsql stable security definer set search_path = '' set timezone = 'Asia/Shanghai' as $$
declare
    v_said text[] := (select string_to_array(encode(t.tgargs, 'escape'), '\000')
                      from pg_catalog.pg_trigger t where t.tgrelid = p_table and t.tgname = 'anchored');
begin
    if v_said is null then
        return query select i from unnest(p_ids) i;
        return;
    end if;
    return query execute format($sql$
        select t.id
        from %1$s t
        left join lateral (select a.digest from audit.anchor a where a.place = %2$L and a.key = t.id::text
                           order by a.seq desc limit 1) a on true
        where t.id = any ($1)
          and (a.digest is distinct from audit.row_digest(to_jsonb(t), %3$L)
               or exists (select from (select a.was, lag(a.digest) over (order by a.seq) as before
                                       from audit.anchor a where a.place = %2$L and a.key = t.id::text) c
                          where c.was is not null and c.was is distinct from c.before)) $sql$,
        p_table, v_said[1], v_said[3]) using p_ids;
end $$;
comment on function audit.strayed(regclass, uuid[]) is '看守的表里，与最近一次办理留下的不符的行，和两次办理之间被改动过的行';
