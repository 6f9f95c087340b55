-- 落实：介绍信、上岗、合同、拒绝。
create table campaign.letter (
    id             uuid        not null primary key,
    campaign_id    uuid        not null references campaign.campaign,
    placed_id      uuid        not null unique references campaign.placed,
    candidate_id   uuid        not null references campaign.candidate,
    reception_id   uuid        not null references reception.reception,
    post_id        uuid        not null references campaign.post,
    person_id      uuid        not null,
    code_now       bigint      not null,
    state          text        not null check (state in ('ISSUED', 'ON_DUTY', 'UNIT_REFUSED', 'REFUSED')),
    issued_on      date        not null,
    duty_by        date        not null check (duty_by > issued_on),
    issued_by      text        not null,
    on_duty_on     date        check (on_duty_on >= issued_on),
    contract_years integer     check (contract_years between 3 and 60),
    open_ended     boolean     not null default false,
    words          text,
    recorded_by    text,
    version        integer     not null default 1,
    check ((state = 'ON_DUTY') = (on_duty_on is not null)),
    check (contract_years is null or not open_ended)
);
comment on table campaign.letter is '介绍信：开给谁去哪个岗位、几号以前上岗、上岗没有、合同多长、谁拒绝';
comment on column campaign.letter.duty_by is '到这天应当上岗';
comment on column campaign.letter.contract_years is '劳动（聘用）合同的年限；无固定期限的和不签合同的空着';
comment on column campaign.letter.words is '拒绝的是怎么说的';
create index letter_campaign on campaign.letter (campaign_id);
create index letter_code on campaign.letter (code_now);

grant select, insert, update on campaign.letter to rongyi_app;
grant select on campaign.letter to rongyi_self;
grant select, update on campaign.letter to rongyi_job;
alter table campaign.letter enable row level security;
alter table campaign.letter force row level security;
create policy scope on campaign.letter to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on campaign.letter for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on campaign.letter to rongyi_job using (true) with check (true);
create policy owner on campaign.letter for select to rongyi_owner using (true);
