-- 政策找人：同户有人去世，看过、不申请应急救助的，连同理由；同一件事不再提示
create table relief.set_aside_family (
    person_id   uuid        not null,
    deceased_id uuid        not null,
    reason      text        not null check (reason <> ''),
    at          timestamptz not null,
    by_name     text        not null,
    primary key (person_id, deceased_id)
);
comment on table relief.set_aside_family is '政策找人：重大家庭变故，看过以后不申请的人';
comment on column relief.set_aside_family.person_id is '谁可以申请';
comment on column relief.set_aside_family.deceased_id is '同户去世的人';
comment on column relief.set_aside_family.reason is '为什么不申请';
comment on column relief.set_aside_family.by_name is '谁看的';

grant select, insert on relief.set_aside_family to rongyi_app;
grant select on relief.set_aside_family to rongyi_job;

-- 谁看得到这个人，谁看得到它的下文
alter table relief.set_aside_family enable row level security;
alter table relief.set_aside_family force row level security;
create policy scope on relief.set_aside_family to rongyi_app
    using (exists (select from person.person p where p.id = person_id))
    with check (exists (select from person.person p where p.id = person_id));
create policy job on relief.set_aside_family for select to rongyi_job using (true);
create policy owner on relief.set_aside_family for select to rongyi_owner using (true);
