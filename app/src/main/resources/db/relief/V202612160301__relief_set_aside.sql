-- 政策找人：看过、不申请的，连同理由；同一条需求不再提示
create table relief.set_aside (
    need_id   uuid        not null primary key references need.need,
    situation text        not null,
    reason    text        not null check (reason <> ''),
    at        timestamptz not null,
    by_name   text        not null
);
comment on table relief.set_aside is '政策找人：看过以后不申请的需求';
comment on column relief.set_aside.need_id is '由哪条需求找到的';
comment on column relief.set_aside.situation is '当时对照的情形（名录 relief.hardship.situation）';
comment on column relief.set_aside.reason is '为什么不申请';
comment on column relief.set_aside.by_name is '谁看的';

grant select, insert on relief.set_aside to rongyi_app;
grant select on relief.set_aside to rongyi_job;

-- 谁看得到这条需求，谁看得到它的下文
alter table relief.set_aside enable row level security;
alter table relief.set_aside force row level security;
create policy scope on relief.set_aside to rongyi_app
    using (exists (select from need.need n where n.id = need_id))
    with check (exists (select from need.need n where n.id = need_id));
create policy job on relief.set_aside for select to rongyi_job using (true);
create policy owner on relief.set_aside for select to rongyi_owner using (true);
