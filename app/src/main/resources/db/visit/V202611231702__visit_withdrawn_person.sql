-- A visit to the person may be recorded from a territory the actor does not see: the question is asked as the owner.
create policy owner on visit.attendee for select to rongyi_owner using (true);
create policy owner on visit.contact for select to rongyi_owner using (true);
create policy withdrawal on visit.contact for delete to rongyi_owner using (true);

create function visit.forget(person uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        -- locked as RecordVisit locks it: no visit can come in between
        perform from visit.contact c where c.person_id = person for update;
        if exists (select from visit.attendee a where a.person_id = person) then
            return false;
        end if;
        delete from visit.contact c where c.person_id = person;
        return true;
    end
    $$;
comment on function visit.forget(uuid) is '档案撤回时去掉联系台账；已有走访记录的不动，回答 false';
revoke all on function visit.forget(uuid) from public;
grant execute on function visit.forget(uuid) to rongyi_app;
