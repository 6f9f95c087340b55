-- 异议成立的，说的是哪个参加人的得分；结果公示期间也可以提。
alter table campaign.objection
    add column about text not null default 'NOTICE' check (about in ('NOTICE', 'RESULT')),
    add column candidate_id uuid references campaign.candidate,
    add constraint objection_candidate_upheld check (candidate_id is null or ruling = 'UPHELD');
comment on column campaign.objection.about is '对得分、岗位的公示，还是对结果的公示';
comment on column campaign.objection.candidate_id is '成立的异议指出谁的得分有错；不是得分的问题空着';
create index objection_candidate on campaign.objection (candidate_id) where candidate_id is not null;

create or replace function campaign.object(campaign uuid, objection uuid, name bytea, phone bytea, grounds bytea, today date,
                                at timestamptz, answer_by date, who text, registrar uuid, most integer) returns text
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    one campaign.campaign;
    hangs text;
    many integer;
begin
    select g.* into one from campaign.campaign g where g.id = campaign and g.called_off_at is null;
    if one.stage = 'NOTICE' and one.notice_from <= today and one.notice_until >= today then
        hangs := 'NOTICE';
    elsif one.stage = 'RESULT' and exists (select from campaign.run r
                                           where r.campaign_id = one.id and r.approved_at is not null
                                             and r.shown_until >= today) then
        hangs := 'RESULT';
    else
        return 'CLOSED';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(campaign::text, 20261215));
    if registrar is null and (select count(*) from campaign.objection o
                              where o.campaign_id = one.id and o.filed_on = today and o.filed_unit is null) >= most then
        return 'FULL_TODAY';
    end if;
    select count(*) into many from campaign.objection o where o.campaign_id = one.id;
    insert into campaign.objection (id, campaign_id, code_now, number, name_sealed, phone_sealed, grounds_sealed, filed_on,
                                    filed_at, filed_by, filed_unit, answer_by, about)
    values (objection, one.id, one.code_now, one.number || '-YY' || lpad((many + 1)::text, 3, '0'), name, phone, grounds,
            today, at, who, registrar, answer_by, hangs);
    return one.number || '-YY' || lpad((many + 1)::text, 3, '0');
end $$;
comment on function campaign.object(uuid, uuid, bytea, bytea, bytea, date, timestamptz, date, text, uuid, integer)
    is '收下得分公示、结果公示期间的一件异议，回答编号，或者 CLOSED、FULL_TODAY';

-- 定名单以后得分更正了：名单的承诺不变，更正的另外公布摘要。
create table campaign.correction (
    id              uuid          not null primary key,
    campaign_id     uuid          not null references campaign.campaign,
    candidate_id    uuid          not null references campaign.candidate,
    meeting_id      uuid          not null references campaign.meeting,
    code_now        bigint        not null,
    score           numeric(8, 2) not null,
    tie_merit       bigint        not null,
    tie_service     bigint        not null,
    tie_hardship    bigint        not null,
    tie_disability  bigint        not null,
    tie_age         bigint        not null,
    after_letters   boolean       not null,
    reason          text          not null,
    decided_at      timestamptz   not null,
    decided_by      text          not null,
    decided_account uuid          not null,
    unique (meeting_id, candidate_id)
);
comment on table campaign.correction is '定名单以后更正的得分：专项小组开会定的，最后一次的算';
comment on column campaign.correction.after_letters is '已经开出介绍信：结果不再撤销，照书面决定逐人纠正';
comment on column campaign.correction.code_now is '安置地的村（社区）';
create index correction_campaign on campaign.correction (campaign_id, candidate_id, decided_at);
create index correction_code on campaign.correction (code_now);

grant select, insert on campaign.correction to rongyi_app;
grant select, update on campaign.correction to rongyi_job;
alter table campaign.correction enable row level security;
alter table campaign.correction force row level security;
create policy scope on campaign.correction to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on campaign.correction to rongyi_job using (true) with check (true);
create policy owner on campaign.correction for select to rongyi_owner using (true);

alter table campaign.campaign
    add column corrected_digest text,
    add column corrected_people integer not null default 0 check (corrected_people >= 0),
    add column corrected_after integer not null default 0 check (corrected_after >= 0),
    add column corrected_why text,
    add constraint campaign_corrected check ((corrected_digest is null) = (corrected_people = 0)
                                             and (corrected_people + corrected_after = 0 or corrected_why is not null));
comment on column campaign.campaign.corrected_digest is '定名单以后更正的得分的 SM3 摘要，用盐盖住，公开';
comment on column campaign.campaign.corrected_people is '定名单以后更正了几个人的得分，公开';
comment on column campaign.campaign.corrected_after is '开出介绍信以后，照书面决定纠正了几个人，公开';
comment on column campaign.campaign.corrected_why is '专项小组最后一次为什么纠正得分，公开，不写姓名';

alter table campaign.meeting drop constraint meeting_about_check;
alter table campaign.meeting add constraint meeting_about_check
    check (about in ('PLAN', 'RESULT', 'SET_ASIDE', 'CORRECTION'));

-- 审定过又撤销的运行：撤销以后不再是审定的，什么时候审定过留着。
alter table campaign.run add column was_approved_at timestamptz;
alter table campaign.run add constraint run_was_approved check (was_approved_at is null or set_aside_at is not null);
comment on column campaign.run.was_approved_at is '撤销以前审定的时刻；没有审定过的空着';
grant update (was_approved_at) on campaign.run to rongyi_app;

-- 结果重新审定的，再告诉一次。
grant update (told_at) on campaign.told to rongyi_job;
