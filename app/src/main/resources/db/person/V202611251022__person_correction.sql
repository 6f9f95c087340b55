-- A name is searched for at every place of the person, of which the correcting unit may see one.
create function person.rename(subject uuid, new_name text, grams text[]) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        delete from person.name_gram g where g.person_id = subject;
        insert into person.name_gram (gram, code_now, person_id)
        select w.gram, l.code_now, subject
        from person.place l cross join unnest(grams) as w(gram)
        where l.person_id = subject and l.valid_to is null
        on conflict do nothing;
        -- Who claimed him by his number wrote the name himself; what the file's own side wrote follows the file.
        update person.handover h set name = new_name
        where h.person_id = subject and h.state = 'ASKED' and h.asked_code = h.from_code;
    end
    $$;
comment on function person.rename(uuid, text, text[]) is '更名后，各所在地的姓名检索和未答复的移交随之更改';
revoke all on function person.rename(uuid, text, text[]) from public;
grant execute on function person.rename(uuid, text, text[]) to rongyi_app;
