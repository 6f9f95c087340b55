-- 告知参加人：每件事告诉过谁，告诉过的不再告诉。
create table campaign.told (
    candidate_id uuid        not null references campaign.candidate,
    topic        text        not null,
    told_at      timestamptz not null,
    primary key (candidate_id, topic)
);
comment on table campaign.told is '告诉过参加人的事：列入、公示、填报志愿、结果、介绍信、上岗期限';
comment on column campaign.told.topic is '消息模板的编号';

grant select, insert on campaign.told to rongyi_job;
alter table campaign.told enable row level security;
alter table campaign.told force row level security;
create policy job on campaign.told to rongyi_job using (true) with check (true);
create policy owner on campaign.told for select to rongyi_owner using (true);
