-- 接收计划：每个单位这次要接收几人，照下达计划的文；报送的岗位和它比。
create table campaign.quota (
    id              uuid        not null primary key,
    campaign_id     uuid        not null references campaign.campaign,
    code_now        bigint      not null,
    unit_name       text        not null,
    credit_code     text        not null,
    persons         integer     not null check (persons between 1 and 9999),
    paper           text        not null,
    entered_at      timestamptz not null,
    entered_by      text        not null,
    entered_account uuid        not null,
    unique (campaign_id, credit_code)
);
comment on table campaign.quota is '接收计划：哪个单位在这次活动里要接收几人；审定方案以后不变';
comment on column campaign.quota.credit_code is '统一社会信用代码，照它和岗位对上';
comment on column campaign.quota.persons is '计划接收几人';
comment on column campaign.quota.paper is '下达接收计划的文号';
create index quota_code on campaign.quota (code_now);

grant select, insert, delete on campaign.quota to rongyi_app;
grant select on campaign.quota to rongyi_self;
grant select, update on campaign.quota to rongyi_job;
alter table campaign.quota enable row level security;
alter table campaign.quota force row level security;
create policy scope on campaign.quota to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy published on campaign.quota for select to rongyi_app, rongyi_self
    using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null));
create policy job on campaign.quota to rongyi_job using (true) with check (true);
create policy owner on campaign.quota for select to rongyi_owner using (true);
