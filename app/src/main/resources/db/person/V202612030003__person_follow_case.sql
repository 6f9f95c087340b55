-- 办件移送到别处以后，更正的申请内容跟着办件走；办件在数据范围内的，问得到申请人现在由哪里负责。
create policy owner_follow on person.correction_request to rongyi_owner using (true) with check (true);

create function person.follow_case(file uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        update person.correction_request r set code_now = c.code_now
        from approval.case_file c
        where c.id = file and r.id = file and r.code_now <> c.code_now;
    end
    $$;
comment on function person.follow_case(uuid) is '更正的申请内容归到办件现在的区划';

create function person.places_of_applicant(file uuid) returns table (kind text, code bigint, responsible boolean)
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
        return query
            select l.kind, l.code_now, l.responsible
            from approval.case_file c
            join person.place l on l.person_id = c.person_id and l.valid_to is null
            where c.id = file and c.code_now <@ (select kernel.scope_ranges())
            order by l.responsible desc, l.kind;
    end
    $$;
comment on function person.places_of_applicant(uuid) is '办件在数据范围内的，申请人全部所在地的代码（不含住址）';
revoke all on function person.follow_case(uuid), person.places_of_applicant(uuid) from public;
grant execute on function person.follow_case(uuid), person.places_of_applicant(uuid) to rongyi_app;
