-- 双向选择中单位自己的排序：两人照单位盖章的文各填一遍，封存到运行。
create table campaign.post_ranking (
    id                uuid        not null primary key references campaign.post,
    campaign_id       uuid        not null references campaign.campaign,
    code_now          bigint      not null,
    paper             text        not null,
    ranking_sealed    bytea       not null,
    entered_at        timestamptz not null,
    entered_by        text        not null,
    entered_account   uuid        not null,
    confirmed_at      timestamptz,
    confirmed_by      text,
    confirmed_account uuid,
    check (confirmed_account <> entered_account),
    check ((confirmed_at is null) = (confirmed_account is null) and (confirmed_at is null) = (confirmed_by is null))
);
comment on table campaign.post_ranking is '单位的排序：一个岗位一份，没有核对一致的不算数';
comment on column campaign.post_ranking.id is '岗位的编号';
comment on column campaign.post_ranking.paper is '单位盖章的文号';
comment on column campaign.post_ranking.ranking_sealed is '代号，最想要的在前，SM4 密文，运行时才打开';
create index post_ranking_campaign on campaign.post_ranking (campaign_id);
create index post_ranking_code on campaign.post_ranking (code_now);

grant select, insert, update on campaign.post_ranking to rongyi_app;
grant select, update on campaign.post_ranking to rongyi_job;
alter table campaign.post_ranking enable row level security;
alter table campaign.post_ranking force row level security;
create policy scope on campaign.post_ranking to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on campaign.post_ranking to rongyi_job using (true) with check (true);
create policy owner on campaign.post_ranking for select to rongyi_owner using (true);
