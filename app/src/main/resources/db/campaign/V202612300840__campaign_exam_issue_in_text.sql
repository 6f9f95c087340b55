-- 抽座位用哪一期：方案审定时写在全文里的才有；以前审定的没有写，摘要已经公开，不能补。
alter table campaign.exam add column issue_in_text boolean not null default true;
comment on column campaign.exam.issue_in_text is '方案全文里有没有写用哪一期；以前审定的没有写';

alter table campaign.exam no force row level security;
alter table campaign.campaign no force row level security;
update campaign.exam x set issue_in_text = false
from campaign.campaign c where c.id = x.campaign_id and c.plan_digest is not null;
alter table campaign.exam force row level security;
alter table campaign.campaign force row level security;
