-- 没办完的需求随人走：移交之后由接收地办；原来记下它的一地看得到转去了哪里，看不到后来的答复。
create table need.move (
    need_id   uuid    not null,
    version   integer not null,
    person_id uuid    not null,
    source_id uuid    not null,
    kind      text    not null,
    from_code bigint  not null,
    to_code   bigint  not null,
    moved_on  date    not null,
    dropped   boolean not null default false,
    primary key (need_id, version)
);
comment on table need.move is '需求转办:人移交到别处时没办完的需求随之转去';
comment on column need.move.version is '转办前需求的版本';
comment on column need.move.dropped is '转去之后随走访的更正、撤回而撤销';
comment on column need.move.source_id is '提出它的走访记录,留在原地';
create index move_source on need.move (source_id);
create index move_from on need.move (from_code);
create index move_to on need.move (to_code);

grant select on need.move to rongyi_app, rongyi_self;
grant select, insert, update on need.move to rongyi_job;

alter table need.move enable row level security;
alter table need.move force row level security;
create policy scope on need.move for select to rongyi_app
    using (case when from_code <@ (select kernel.scope_ranges()) or to_code <@ (select kernel.scope_ranges())
                then true else false end);
create policy self on need.move for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on need.move to rongyi_job using (true);
create policy owner on need.move for select to rongyi_owner using (true);
create policy enter on need.move for insert to rongyi_owner with check (true);
create policy follow on need.move for update to rongyi_owner using (true);

create policy owner on need.need for select to rongyi_owner using (true);
create policy follow on need.need for update to rongyi_owner using (true);

create function need.hand_over(person uuid, village bigint, today date) returns void
    language sql volatile security definer set search_path = ''
    as $$
        with held as (
            select n.id, n.version, n.code_now
            from need.need n
            where n.person_id = person and n.state in ('OPEN', 'ACCEPTED') and n.code_now <> village
            order by n.id
            for update
        ), gone as (
            update need.need n
            set code_now = village,
                -- 换了镇街，那里还没有人受理过
                state = case when n.town = village - village % 1000 then n.state else 'OPEN' end,
                version = n.version + 1
            from held h
            where n.id = h.id
            returning n.id, h.version, n.person_id, n.source_id, n.kind, h.code_now as from_code
        )
        insert into need.move (need_id, version, person_id, source_id, kind, from_code, to_code, moved_on)
        select g.id, g.version, g.person_id, g.source_id, g.kind, g.from_code, village, today
        from gone g
    $$;
comment on function need.hand_over(uuid, bigint, date) is '移交之后，没办完的需求归接收地办；镇街变了的，重新待受理';

create function need.drop_of(source uuid) returns void
    language sql volatile security definer set search_path = ''
    as $$
        with gone as (
            update need.need n
            set state = 'DROPPED', version = n.version + 1
            where n.source_id = source and n.state in ('OPEN', 'ACCEPTED')
              and (n.code_now <@ (select kernel.scope_ranges())
                   or exists (select from need.move m
                              where m.need_id = n.id and m.from_code <@ (select kernel.scope_ranges())))
            returning n.id
        )
        update need.move m set dropped = true from gone g where m.need_id = g.id
    $$;
comment on function need.drop_of(uuid) is '走访撤回或更正，它提出的没办完的需求一并撤销，已随人转到别处的也一样';

revoke all on function need.hand_over(uuid, bigint, date), need.drop_of(uuid) from public;
grant execute on function need.hand_over(uuid, bigint, date), need.drop_of(uuid) to rongyi_app;
