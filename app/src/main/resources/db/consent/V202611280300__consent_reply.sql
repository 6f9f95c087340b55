-- 告知与单独同意：谁在哪天看过哪一版、答复了什么，只增不改；最后一条作数。
create schema consent;
grant usage on schema consent to rongyi_app, rongyi_self, rongyi_job;

create table consent.reply (
    id          uuid        not null primary key,
    person_id   uuid        not null,
    statement   text        not null,
    version     date        not null,
    reply       text        not null check (reply in ('TOLD', 'AGREED', 'DECLINED', 'WITHDRAWN')),
    way         text        not null check (way in ('OWN', 'IN_PERSON', 'SIGNED')),
    on_day      date        not null,
    valid_until date,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    unit_name   text,
    check ((way = 'OWN') = (unit_name is null)),
    check (valid_until is null or (reply = 'AGREED' and valid_until >= on_day))
);
comment on table consent.reply is '告知书、单独同意书的答复，只增不改';
comment on column consent.reply.statement is '哪一份：告知书，或哪一项单独同意';
comment on column consent.reply.version is '看的是哪一版：该版的生效日';
comment on column consent.reply.reply is '已告知、同意、不同意、撤回';
comment on column consent.reply.way is '本人在线、当面、签字件';
comment on column consent.reply.valid_until is '同意到哪一天为止，当天仍有效；空为到撤回为止';
comment on column consent.reply.unit_name is '由哪个单位登记；本人在线答复的为空';
create index reply_person on consent.reply (person_id, statement, recorded_at desc, id desc);

grant select, insert, delete on consent.reply to rongyi_app; -- 删除只为撤回误建的档案
grant select, insert on consent.reply to rongyi_self;
grant select on consent.reply to rongyi_job;

-- 看得到这个人的地方，就看得到他的答复：户籍地、常住地同看一份。
alter table consent.reply enable row level security;
alter table consent.reply force row level security;
create policy scope on consent.reply to rongyi_app
    using (exists (select from person.place p where p.person_id = reply.person_id and p.valid_to is null))
    with check (exists (select from person.place p where p.person_id = reply.person_id and p.valid_to is null));
create policy self on consent.reply to rongyi_self
    using (person_id = (select kernel.self_person()))
    with check (person_id = (select kernel.self_person()));
create policy job on consent.reply to rongyi_job using (true) with check (true);
