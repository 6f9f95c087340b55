-- 开出介绍信以后照专项小组的书面决定改派：旧介绍信撤回，开新的；运行的结果不动，改派另外公开，不写姓名。
alter table campaign.letter drop constraint letter_state_check;
alter table campaign.letter add constraint letter_state_check
    check (state in ('ISSUED', 'ON_DUTY', 'UNIT_REFUSED', 'REFUSED', 'WITHDRAWN'));
alter table campaign.letter drop constraint letter_placed_id_key;
create unique index letter_placed_id_key on campaign.letter (placed_id) where state <> 'WITHDRAWN';
create index letter_placed on campaign.letter (placed_id);

create table campaign.move (
    id              uuid        not null primary key,
    campaign_id     uuid        not null references campaign.campaign,
    code_now        bigint      not null,
    meeting_id      uuid        not null references campaign.meeting,
    from_post       uuid        references campaign.post,
    to_post         uuid        references campaign.post,
    reason          text        not null,
    decided_on      date        not null,
    decided_by      text        not null,
    decided_account uuid        not null,
    check (from_post is distinct from to_post)
);
comment on table campaign.move is '改派：专项小组书面决定谁离开哪个岗位、到哪个岗位；不写是谁';
comment on column campaign.move.from_post is '原来的岗位；没有安置上的空着';
comment on column campaign.move.to_post is '改派的岗位；只撤回介绍信、另行安置的空着';
comment on column campaign.move.reason is '理由，公开，不写姓名';
create index move_campaign on campaign.move (campaign_id, decided_on, id);
create index move_from on campaign.move (from_post);
create index move_to on campaign.move (to_post);
create index move_code on campaign.move (code_now);

grant select, insert on campaign.move to rongyi_app;
grant select on campaign.move to rongyi_self;
grant select, update on campaign.move to rongyi_job;
alter table campaign.move enable row level security;
alter table campaign.move force row level security;
create policy scope on campaign.move to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy published on campaign.move for select to rongyi_app, rongyi_self using (true);
create policy job on campaign.move to rongyi_job using (true) with check (true);
create policy owner on campaign.move for select to rongyi_owner using (true);

do $$ begin
    perform removal.holds('campaign.move', 'campaign.campaign', words => 'reason', fixed => true, lines => 'campaign_id = $1');
    perform removal.no_words('campaign.move', 'decided_by');
end $$;
