-- Runs after every migration: whatever a room has added, the backup's role may read it, row security or not.
-- Otherwise a table that somebody forgot to mention would be missing from the backup, and nobody would notice.
do $$
declare
    place record;
begin
    for place in
        select n.nspname from pg_namespace n where pg_get_userbyid(n.nspowner) = current_user
    loop
        execute format('grant usage on schema %I to rongyi_backup', place.nspname);
        execute format('grant select on all tables in schema %I to rongyi_backup', place.nspname);
        execute format('grant select on all sequences in schema %I to rongyi_backup', place.nspname);
    end loop;
    for place in
        select c.oid::regclass as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and c.relrowsecurity and pg_get_userbyid(n.nspowner) = current_user
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup')
    loop
        execute format('create policy backup on %s for select to rongyi_backup using (true)', place.name);
    end loop;
end $$;
