-- 已有别的业务接手的需求，走访更正、撤回都不动它。
alter table need.need add column taken_up boolean not null default false;
comment on column need.need.taken_up is '已由别的业务（如困难帮扶援助）接手办理，不随走访的更正、撤回而撤销';

update need.need n
set taken_up = true
where exists (select from relief.aid a where a.need_id = n.id)
   or exists (select from relief.emergency e where e.need_id = n.id);

create or replace function need.drop_of(source uuid) returns void
    language sql volatile security definer set search_path = ''
    as $$
        with gone as (
            update need.need n
            set state = 'DROPPED', version = n.version + 1
            where n.source_id = source and n.state in ('OPEN', 'ACCEPTED') and not n.taken_up
              and (n.code_now <@ (select kernel.scope_ranges())
                   or exists (select from need.move m
                              where m.need_id = n.id and m.from_code <@ (select kernel.scope_ranges())))
            returning n.id
        )
        update need.move m set dropped = true from gone g where m.need_id = g.id
    $$;
comment on function need.drop_of(uuid) is '走访撤回，它提出的没办完、也没有别的业务接手的需求一并撤销，已随人转到别处的也一样';
