-- 村里增减，也记下代谁改的；撤回走访的，慰问随人走
alter table festival.line add column change_for uuid;
comment on column festival.line.change_for is '代谁增减的';

-- 撤回以后又等着送的：人已经由别处联系的，归那里；已故或迁出的，退出名单，等县局决定
create function festival.follow(p_line uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        v_person uuid;
        v_code   bigint;
        v_status text;
    begin
        select l.person_id, c.code_now, p.status into v_person, v_code, v_status
        from festival.line l
        join visit.contact c on c.person_id = l.person_id
        join person.person p on p.id = l.person_id
        where l.id = p_line and l.state = 'APPROVED' and l.code_now <@ (select kernel.scope_ranges());
        if v_person is null then
            return;
        end if;
        if v_status = 'ACTIVE' then
            perform festival.hand_over(v_person, v_code, array[v_code, v_code - v_code % 1000, v_code - v_code % 1000000,
                                                               v_code - v_code % 100000000, v_code - v_code % 10000000000]);
        else
            update festival.line l
            set state = 'FALLEN', ended_why = case v_status when 'DECEASED' then '已故' else '迁出' end
            where l.id = p_line;
        end if;
    end $$;
comment on function festival.follow(uuid) is '撤回走访以后，还没送到的慰问随人走；只动自己辖区里的';
revoke all on function festival.follow(uuid) from public;
grant execute on function festival.follow(uuid) to rongyi_app;
