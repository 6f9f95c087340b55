-- 资格审查复核：不能报某个岗位的，本人可以申请再看一次，没有经手的人书面答复。
create table campaign.appeal (
    id              uuid        not null primary key,
    refusal_id      uuid        not null unique references campaign.refusal,
    campaign_id     uuid        not null references campaign.campaign,
    candidate_id    uuid        not null references campaign.candidate,
    person_id       uuid        not null,
    code_now        bigint      not null,
    words           text        not null,
    asked_on        date        not null,
    asked_by        text        not null,
    upheld          boolean,
    answer          text,
    decided_on      date,
    decided_by      text,
    decided_account uuid,
    check ((upheld is null) = (answer is null) and (upheld is null) = (decided_on is null)
           and (upheld is null) = (decided_by is null) and (upheld is null) = (decided_account is null))
);
comment on table campaign.appeal is '资格审查复核：每个岗位一次，没有经手的人书面答复';
comment on column campaign.appeal.upheld is '维持不通过；不维持的撤销，还要另一人核对';
create index appeal_campaign on campaign.appeal (campaign_id);
create index appeal_code on campaign.appeal (code_now);

grant select, insert, update on campaign.appeal to rongyi_app;
grant select, insert on campaign.appeal to rongyi_self;
grant select, update on campaign.appeal to rongyi_job;
alter table campaign.appeal enable row level security;
alter table campaign.appeal force row level security;
create policy scope on campaign.appeal to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on campaign.appeal for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy self_asks on campaign.appeal for insert to rongyi_self
    with check (person_id = (select kernel.self_person()) and upheld is null);
create policy job on campaign.appeal to rongyi_job using (true) with check (true);
create policy owner on campaign.appeal for select to rongyi_owner using (true);
