-- 办件移送到别处以后，帮扶援助、应急救助的申请内容跟着办件走。
create policy owner_follow on relief.aid for update to rongyi_owner using (true) with check (true);
create policy owner_follow on relief.emergency for update to rongyi_owner using (true) with check (true);

create function relief.follow_case(file uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        update relief.aid a set code_now = c.code_now
        from approval.case_file c
        where c.id = file and a.id = file and a.code_now <> c.code_now;
        update relief.emergency e set code_now = c.code_now
        from approval.case_file c
        where c.id = file and e.id = file and e.code_now <> c.code_now;
    end
    $$;
comment on function relief.follow_case(uuid) is '申请内容归到办件现在的区划';
revoke all on function relief.follow_case(uuid) from public;
grant execute on function relief.follow_case(uuid) to rongyi_app;
