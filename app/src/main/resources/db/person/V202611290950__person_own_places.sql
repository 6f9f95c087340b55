-- 本人也看得到自己的全部所在地：户籍在不在本省，自己申请时也要看。
create or replace function person.places_of(subject uuid) returns table (kind text, code bigint, responsible boolean)
    language sql stable security definer set search_path = ''
    as $$
        select l.kind, l.code_now, l.responsible
        from person.place l
        where l.person_id = subject and l.valid_to is null
          and (subject = (select kernel.self_person())
               or exists (select from person.place own
                          where own.person_id = subject and own.valid_to is null
                            and own.code_now >= (select kernel.scope_low()) and own.code_now < (select kernel.scope_high())
                            and ((select kernel.scope_ranges()) is null or own.code_now <@ (select kernel.scope_ranges()))))
        order by l.responsible desc, l.kind
    $$;
comment on function person.places_of(uuid) is '本人，或档案在数据范围内的人，其全部所在地的代码（不含住址）';
grant execute on function person.places_of(uuid) to rongyi_self;
