-- 里面还有没有话，要看是哪一次清除
create or replace function removal.reached(p_removal uuid) returns setof uuid
    language plpgsql volatile security definer set search_path = '' as $$
declare
    r removal.removal := removal.due(p_removal);
    h removal.holding;
begin
    perform removal.held(r);
    perform set_config('rongyi.removal', 'on', true);
    for h in
        select * from removal.holding t
        where t.root in (r.root, '*') and not t.fixed
          and exists (select from pg_catalog.pg_attribute a
                      where a.attrelid = t.place::regclass and a.attname = 'id' and a.atttypid = 'uuid'::regtype)
        order by t.id
    loop
        return query execute format('select id from %s where (%s) and %s', h.place, h.rows, removal.speaks(h, r.id)) using r.record;
    end loop;
    perform set_config('rongyi.removal', '', true);
end $$;
