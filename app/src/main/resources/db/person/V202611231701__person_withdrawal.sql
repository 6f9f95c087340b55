-- The places of a file may lie in two territories, of which the withdrawing unit sees one; the rows go together or not
-- at all, so this runs as the owner. The act has made sure that the file is within the actor's reach.
create policy withdrawal on person.person for delete to rongyi_owner using (true);
create policy withdrawal on person.place for delete to rongyi_owner using (true);
create policy withdrawal on person.name_gram for delete to rongyi_owner using (true);
create policy withdrawal on person.household for delete to rongyi_owner using (true);
create policy owner on person.name_gram for select to rongyi_owner using (true);
create policy owner on person.household for select to rongyi_owner using (true);
create policy owner on person.history for select to rongyi_owner using (true);
create policy owner on person.handover for select to rongyi_owner using (true);

create function person.withdraw(subject uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        home uuid;
    begin
        select p.household_id into home
        from person.person p
        where p.id = subject and p.version = 1
          and not exists (select from person.history h where h.person_id = subject)
          and not exists (select from person.handover h where h.person_id = subject);
        if home is null then
            return false;
        end if;
        delete from person.name_gram g where g.person_id = subject;
        delete from person.place l where l.person_id = subject;
        delete from person.person p where p.id = subject;
        delete from person.household h
        where h.id = home and not exists (select from person.person p where p.household_id = home);
        return true;
    end
    $$;
comment on function person.withdraw(uuid) is '撤回误建且从未变更的档案；有过变更或移交的不动，回答 false';
revoke all on function person.withdraw(uuid) from public;
grant execute on function person.withdraw(uuid) to rongyi_app;
