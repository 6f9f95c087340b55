-- 名单大的时候也翻得动：岗位按编号（P999 在 P1000 前面），参加人按档案分或者姓名，找得到拼音首字母。
alter table campaign.candidate add column initials text not null default '';
comment on column campaign.candidate.initials is '姓名的拼音首字母，查找用';
alter table campaign.candidate no force row level security;
update campaign.candidate c set initials = p.initials from person.person p where p.id = c.person_id;
alter table campaign.candidate force row level security;

create index post_order on campaign.post (campaign_id, length(code), code, id);
create index candidate_score on campaign.candidate (campaign_id, (coalesce(-score, -1000000)), id) where left_at is null;
create index candidate_name on campaign.candidate (campaign_id, name, id) where left_at is null;
create index score_notice_order on campaign.score_notice (campaign_id, (coalesce(-score, -1000000)), name, id);
create index result_notice_order on campaign.result_notice (campaign_id, name, id);
