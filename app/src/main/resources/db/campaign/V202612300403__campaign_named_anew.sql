-- 异议答复时指错了人的，由没有答复的负责人改：原来指谁、改成谁、为什么，都留着。
create table campaign.objection_named (
    id             uuid        not null primary key,
    objection_id   uuid        not null references campaign.objection,
    campaign_id    uuid        not null references campaign.campaign,
    code_now       bigint      not null,
    from_candidate uuid        references campaign.candidate,
    to_candidate   uuid        references campaign.candidate,
    why            text        not null,
    named_at       timestamptz not null,
    named_by       text        not null,
    named_account  uuid        not null,
    check (from_candidate is distinct from to_candidate)
);
comment on table campaign.objection_named is '成立的异议改指得分有错的人';
comment on column campaign.objection_named.from_candidate is '原来指的人；没有指人的空着';
comment on column campaign.objection_named.to_candidate is '改成谁；不是得分的问题的空着';
create index objection_named_objection on campaign.objection_named (objection_id, named_at);
create index objection_named_code on campaign.objection_named (code_now);

grant select, insert on campaign.objection_named to rongyi_app;
grant select, update on campaign.objection_named to rongyi_job;
alter table campaign.objection_named enable row level security;
alter table campaign.objection_named force row level security;
create policy scope on campaign.objection_named to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on campaign.objection_named to rongyi_job using (true) with check (true);
create policy owner on campaign.objection_named for select to rongyi_owner using (true);

do $$ begin
    perform removal.holds('campaign.objection_named', 'campaign.objection', words => 'why', lines => 'objection_id = $1');
    perform removal.no_words('campaign.objection_named', 'named_by');
end $$;
