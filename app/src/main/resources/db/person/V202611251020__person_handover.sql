-- Whoever is asked to take a person over sees what the request says and nothing else: the file itself stays shut until
-- the request is accepted. So the request carries the name, and the place the person is to have there.
alter table person.handover
    add column name             text     not null,
    add column male             boolean  not null,
    add column born_year        smallint not null,
    add column kind             text     check (kind in ('BOTH', 'HUKOU', 'RESIDENCE', 'ASSIGNED')),
    add column address          text     not null default '',
    add column group_name       text     not null default '',
    add column asked_account    uuid     not null,
    add column asked_unit       text     not null,
    add column answered_unit    text,
    add column household_before uuid,
    add column answer_code      bigint   not null
        generated always as (case when asked_code = from_code then to_code else from_code end) stored,
    add check (asked_code in (from_code, to_code)),
    add check ((state = 'ASKED') = (answered_at is null));
comment on column person.handover.name is '提出时写明的姓名；同意之前对方只看得到这些';
comment on column person.handover.kind is '接收地将是此人的什么地；空值表示本来就是他的一处所在';
comment on column person.handover.asked_code is '提出的一方；另一方（answer_code）答复';
comment on column person.handover.household_before is '移交前所在的户；同一户先后移交到同一地的，仍是一户';

drop index person.handover_from;
drop index person.handover_to;
create index handover_answer on person.handover (answer_code, id);
create index handover_asked on person.handover (asked_code, id);
create index handover_person on person.handover (person_id, id);
create index handover_household on person.handover (household_before) where state = 'ACCEPTED';

drop policy scope on person.handover;
create policy scope on person.handover to rongyi_app
    using ((from_code >= (select kernel.scope_low()) and from_code < (select kernel.scope_high())
            and ((select kernel.scope_ranges()) is null or from_code <@ (select kernel.scope_ranges())))
        or (to_code >= (select kernel.scope_low()) and to_code < (select kernel.scope_high())
            and ((select kernel.scope_ranges()) is null or to_code <@ (select kernel.scope_ranges()))));

-- A hand-over writes at two places of which either side sees one: the owner's functions below do it as a whole.
create policy follow on person.person for update to rongyi_owner using (true);
create policy follow on person.place for update to rongyi_owner using (true);
create policy follow on person.handover for update to rongyi_owner using (true);
create policy enter on person.place for insert to rongyi_owner with check (true);
create policy enter on person.household for insert to rongyi_owner with check (true);
create policy enter on person.name_gram for insert to rongyi_owner with check (true);
create policy enter on person.history for insert to rongyi_owner with check (true);

create function person.hold(subject uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        perform from person.person p where p.id = subject for update;
    end
    $$;
comment on function person.hold(uuid) is '锁住档案直到事务结束，不回答任何内容；次序：人员、移交、联系台账';

create function person.places_of(subject uuid) returns table (kind text, code bigint, responsible boolean)
    language sql stable security definer set search_path = ''
    as $$
        select l.kind, l.code_now, l.responsible
        from person.place l
        where l.person_id = subject and l.valid_to is null
          and exists (select from person.place own
                      where own.person_id = subject and own.valid_to is null
                        and own.code_now >= (select kernel.scope_low()) and own.code_now < (select kernel.scope_high())
                        and ((select kernel.scope_ranges()) is null or own.code_now <@ (select kernel.scope_ranges())))
        order by l.responsible desc, l.kind
    $$;
comment on function person.places_of(uuid) is '档案在数据范围内的人，其全部所在地的代码（不含住址）';

create function person.settle_in(subject uuid, place_kind text, village bigint, street text, lane text,
                                 answers boolean, today date) returns void
    language sql volatile security definer set search_path = ''
    as $$
        -- A row of the same kind that began and ended today never was; it is written over.
        insert into person.place (person_id, kind, code_then, code_now, address, group_name, responsible, valid_from)
        values (subject, place_kind, village, village, street, lane, answers, today)
        on conflict (person_id, kind, valid_from) do update
        set code_then = excluded.code_then, code_now = excluded.code_now, address = excluded.address,
            group_name = excluded.group_name, responsible = excluded.responsible, valid_to = null
    $$;
comment on function person.settle_in(uuid, text, bigint, text, text, boolean, date) is '新增一处所在';

create function person.make_room(subject uuid, new_kind text, today date) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        whole person.place;
    begin
        select l.* into whole from person.place l
        where l.person_id = subject and l.kind = 'BOTH' and l.valid_to is null;
        update person.place l set valid_to = today, responsible = false
        where l.person_id = subject and l.valid_to is null
          and case new_kind when 'BOTH' then l.kind <> 'ASSIGNED'
                            when 'ASSIGNED' then l.kind = 'ASSIGNED'
                            else l.kind in (new_kind, 'BOTH') end;
        if whole.person_id is not null and new_kind in ('HUKOU', 'RESIDENCE') then
            perform person.settle_in(subject, case new_kind when 'HUKOU' then 'RESIDENCE' else 'HUKOU' end,
                                     whole.code_now, whole.address, whole.group_name, false, today);
        end if;
    end
    $$;
comment on function person.make_room(uuid, text, date) is
    '为新的所在腾位：同类的到此为止；户籍、常住原为一处的，余下的那一半留在原处';

create function person.hand_over(request uuid, new_home uuid, who text, lines text[], at timestamptz, today date)
    returns table (result text, subject uuid, code bigint, group_name text)
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        asked person.handover;
        file  person.person;
        there person.place;
        home  uuid;
    begin
        select h.* into asked from person.handover h where h.id = request for update;
        if asked.state <> 'ACCEPTED' or asked.household_before is not null then
            raise exception 'hand-over % is not being accepted', request;
        end if;
        select p.* into file from person.person p where p.id = asked.person_id for update;
        if file.status <> 'ACTIVE' then
            return query select 'NOT_ACTIVE', file.id, asked.from_code, '';
            return;
        end if;
        select l.* into there from person.place l
        where l.person_id = file.id and l.valid_to is null and l.code_now = asked.to_code;
        if not exists (select from person.place l where l.person_id = file.id and l.valid_to is null
                                                    and l.responsible and l.code_now = asked.from_code)
            or (there.person_id is null and asked.kind is null) then
            return query select 'MOVED', file.id, asked.from_code, '';
            return;
        end if;
        insert into person.history (person_id, version, at, actor, reason, before)
        select file.id, file.version, at, who, asked.reason,
               jsonb_build_object('lines', to_jsonb(lines), 'status', file.status, 'places',
                   (select jsonb_agg(jsonb_build_object('kind', l.kind, 'code', l.code_now::text,
                                                        'responsible', l.responsible) order by l.kind)
                    from person.place l where l.person_id = file.id and l.valid_to is null));
        update person.place l set responsible = false
        where l.person_id = file.id and l.valid_to is null and l.responsible;
        if there.person_id is null then
            perform person.make_room(file.id, asked.kind, today);
            perform person.settle_in(file.id, asked.kind, asked.to_code, asked.address, asked.group_name, true, today);
            there.address := asked.address;
            there.group_name := asked.group_name;
        else
            update person.place l set responsible = true
            where l.person_id = file.id and l.kind = there.kind and l.valid_to is null;
        end if;
        insert into person.name_gram (gram, code_now, person_id)
        select distinct g.gram, asked.to_code, file.id from person.name_gram g where g.person_id = file.id
        on conflict do nothing;
        delete from person.name_gram g
        where g.person_id = file.id
          and not exists (select from person.place l
                          where l.person_id = file.id and l.valid_to is null and l.code_now = g.code_now);
        select h.id into home
        from person.handover before
        join person.person p on p.id = before.person_id
        join person.household h on h.id = p.household_id
        where before.household_before = file.household_id and before.state = 'ACCEPTED' and h.code_now = asked.to_code
        order by before.id desc
        limit 1;
        if home is null then
            home := new_home;
            insert into person.household (id, code_then, code_now, address, group_name)
            values (home, asked.to_code, asked.to_code, there.address, there.group_name);
        end if;
        update person.person p set household_id = home, version = p.version + 1 where p.id = file.id;
        update person.handover h set household_before = file.household_id where h.id = request;
        return query select 'DONE', file.id, asked.to_code, there.group_name;
    end
    $$;
comment on function person.hand_over(uuid, uuid, text, text[], timestamptz, date) is
    '移交联系责任：本事务已记为同意的一份，两地的所在、检索、户与历史一并变更';

-- Locks the file before it looks: a hand-over asked for at this very moment is seen, or sees that the file is gone.
create or replace function person.withdraw(subject uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        home uuid;
    begin
        perform from person.person p where p.id = subject for update;
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

revoke all on function person.hold(uuid), person.places_of(uuid),
    person.settle_in(uuid, text, bigint, text, text, boolean, date), person.make_room(uuid, text, date),
    person.hand_over(uuid, uuid, text, text[], timestamptz, date) from public;
grant execute on function person.hold(uuid), person.places_of(uuid),
    person.hand_over(uuid, uuid, text, text[], timestamptz, date) to rongyi_app;
