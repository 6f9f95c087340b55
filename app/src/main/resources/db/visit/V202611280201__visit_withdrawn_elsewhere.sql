-- 移交之后，原地撤回自己的走访：人的联系台账已在别处，应联系日仍要随之重算。
create function visit.hold_seen(persons uuid[])
    returns table (person_id uuid, registered_on date, attention text, cleared_visit uuid)
    language sql volatile security definer set search_path = ''
    as $$
        select c.person_id, c.registered_on, c.attention, c.cleared_visit
        from visit.contact c
        where c.person_id = any(persons)
          and exists (select from visit.attendee a
                      where a.person_id = c.person_id and a.code_now <@ (select kernel.scope_ranges()))
        order by c.person_id
        for update of c
    $$;
comment on function visit.hold_seen(uuid[]) is '锁住本地走访过的人的联系台账，不论现由何地负责；只答重算应联系日要用的';

create function visit.settle_seen(person uuid, contact date, visited date, due date, checking text) returns void
    language sql volatile security definer set search_path = ''
    as $$
        update visit.contact c
        set last_contact_on = contact, last_visit_on = visited, due_on = due, held = checking
        where c.person_id = person
          and exists (select from visit.attendee a
                      where a.person_id = c.person_id and a.code_now <@ (select kernel.scope_ranges()))
    $$;
comment on function visit.settle_seen(uuid, date, date, date, text) is '写下本地走访过的人重算后的日期，不论现由何地负责';

revoke all on function visit.hold_seen(uuid[]), visit.settle_seen(uuid, date, date, date, text) from public;
grant execute on function visit.hold_seen(uuid[]), visit.settle_seen(uuid, date, date, date, text) to rongyi_app;
