-- 公开的是主办单位的一份，不是盐：有了盐，就能逐个试出名单里谁是谁。
alter table campaign.campaign drop column salt;
alter table campaign.campaign add column share text;
alter table campaign.campaign add column edited_at timestamptz;
alter table campaign.campaign add column editors uuid[] not null default '{}';
comment on column campaign.campaign.salt_sealed is '盐，一直封着，SM4 密文';
comment on column campaign.campaign.share is '主办单位在抽签里的一份，开启抽签时公开，推不出盐';
comment on column campaign.campaign.opened_at is '志愿开启、来源齐了、主办单位的一份公开的时刻';
comment on column campaign.campaign.edited_at is '方案最后一次修改的时刻';
comment on column campaign.campaign.editors is '拟定、修改过方案的每一个人';

-- 资格审查跟人走：撤出再列入的，还是不能报
drop index campaign.refusal_open;
create unique index refusal_open on campaign.refusal (post_id, person_id) where lifted_why is null;

-- 专项小组有谁、开了哪些会，随方案公布
grant select on campaign.member, campaign.meeting, campaign.attendance to rongyi_self;
create policy published on campaign.member for select to rongyi_app, rongyi_self
    using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null));
create policy published on campaign.meeting for select to rongyi_app, rongyi_self
    using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null));
create policy published on campaign.attendance for select to rongyi_app, rongyi_self
    using (meeting_id in (select m.id from campaign.meeting m
                          join campaign.campaign c on c.id = m.campaign_id where c.plan_digest is not null));
