-- The line of the contact list goes to a place the accepting side may not see yet, or from one it may not see any more.
create policy follow on visit.contact for update to rongyi_owner using (true);

create function visit.hand_over(person uuid, village bigint, lane text) returns void
    language sql volatile security definer set search_path = ''
    as $$
        update visit.contact c set code_now = village, group_name = lane where c.person_id = person
    $$;
comment on function visit.hand_over(uuid, bigint, text) is '联系责任移交后，联系台账随之归接收地；走访记录仍在原地';
revoke all on function visit.hand_over(uuid, bigint, text) from public;
grant execute on function visit.hand_over(uuid, bigint, text) to rongyi_app;

-- When he was seen last does not depend on who asks: records from before a hand-over lie at the old place.
create function visit.last_of(person uuid) returns table (contact date, visit date, latest uuid, result text)
    language sql stable security definer set search_path = ''
    as $$
        select max(a.happened_on) filter (where a.result = 'MET'),
               max(a.happened_on) filter (where a.result = 'MET' and a.mode = 'HOME'),
               (array_agg(a.visit_id order by a.happened_on desc, a.visit_id desc))[1],
               (array_agg(a.result order by a.happened_on desc, a.visit_id desc))[1]
        from visit.attendee a
        where a.person_id = person and not a.withdrawn
    $$;
comment on function visit.last_of(uuid) is '上次联系、走访的日期和最近一次的结果，不论记录在何地';
revoke all on function visit.last_of(uuid) from public;
grant execute on function visit.last_of(uuid) to rongyi_app;
