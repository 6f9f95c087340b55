-- 直通安置：公开招人、报名、资格审查、单位和本人的意向、公示、异议、确定。
create table campaign.direct_call (
    id             uuid        not null primary key,
    campaign_id    uuid        not null references campaign.campaign,
    code_now       bigint      not null,
    post_id        uuid        not null references campaign.post,
    seats          integer     not null check (seats > 0),
    conditions     text        not null,
    pilot          text        not null,
    from_on        date        not null,
    until_on       date        not null check (until_on > from_on),
    called_at      timestamptz not null,
    called_by      text        not null,
    called_account uuid        not null
);
comment on table campaign.direct_call is '直通安置的公开招人：哪个岗位、几个、什么条件、到哪天';
comment on column campaign.direct_call.pilot is '凭哪个试点';
comment on column campaign.direct_call.until_on is '报名的最后一天';
create index direct_call_campaign on campaign.direct_call (campaign_id);
create index direct_call_code on campaign.direct_call (code_now);

create table campaign.direct_application (
    id                uuid        not null primary key,
    call_id           uuid        not null references campaign.direct_call,
    campaign_id       uuid        not null references campaign.campaign,
    code_now          bigint      not null,
    candidate_id      uuid        not null references campaign.candidate,
    person_id         uuid        not null,
    applied_at        timestamptz not null,
    applied_by        text        not null,
    examined_at       timestamptz,
    examined_by       text,
    examined_account  uuid,
    checks            text[],
    refused_ground    text check (refused_ground in ('CONDITIONS', 'RELATIVES')),
    refused_why       text,
    paper             text,
    paper_on          date,
    reason            text,
    agreed_at         timestamptz,
    agreed_by         text,
    agreed_account    uuid,
    confirmed_at      timestamptz,
    confirmed_by      text,
    confirmed_account uuid,
    shown_name        text,
    shown_others      text,
    notice_from       date,
    notice_until      date,
    settled_at        timestamptz,
    settled_by        text,
    settled_account   uuid,
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    withdrawn_side    text check (withdrawn_side in ('UNIT', 'SELF', 'OBJECTION')),
    withdrawn_why     text,
    check ((examined_at is null) = (examined_account is null)),
    check ((refused_ground is null) = (refused_why is null)),
    check (agreed_at is null or examined_at is not null and refused_why is null),
    check ((agreed_at is null) = (agreed_account is null) and (agreed_at is null) = (paper is null)
        and (agreed_at is null) = (paper_on is null) and (agreed_at is null) = (reason is null)),
    check (confirmed_at is null or agreed_at is not null),
    check ((confirmed_at is null) = (confirmed_account is null) and (confirmed_at is null) = (notice_until is null)),
    check (confirmed_account <> agreed_account),
    check (settled_at is null or confirmed_at is not null),
    check ((settled_at is null) = (settled_account is null)),
    check (settled_account <> agreed_account and settled_account <> confirmed_account),
    check (settled_at is null or withdrawn_at is null),
    check ((withdrawn_at is null) = (withdrawn_why is null) and (withdrawn_at is null) = (withdrawn_side is null))
);
comment on table campaign.direct_application is '直通安置的报名，和从它来的意向：资格审查、单位的函、公示、确定或者撤回';
comment on column campaign.direct_application.checks is '资格审查通过的，审查了哪些项目';
comment on column campaign.direct_application.refused_why is '资格审查不通过的具体情况，本人看得到';
comment on column campaign.direct_application.paper is '单位的函的文号';
comment on column campaign.direct_application.reason is '为什么是他，公示';
comment on column campaign.direct_application.shown_name is '公示的姓名，盖住一部分';
comment on column campaign.direct_application.shown_others is '公示时还有谁报了名，盖住一部分';
comment on column campaign.direct_application.notice_until is '公示的最后一天';
comment on column campaign.direct_application.withdrawn_side is '单位、本人撤回，或者异议成立';
-- 撤出又接进来的是新的参加人，从前报的名不挡他
create unique index direct_application_once on campaign.direct_application (call_id, candidate_id) where withdrawn_at is null;
create unique index direct_agreement_once on campaign.direct_application (candidate_id)
    where agreed_at is not null and withdrawn_at is null;
create index direct_application_campaign on campaign.direct_application (campaign_id);
create index direct_application_person on campaign.direct_application (person_id);
create index direct_application_code on campaign.direct_application (code_now);

create table campaign.direct_objection (
    id               uuid        not null primary key,
    application_id   uuid        not null references campaign.direct_application,
    campaign_id      uuid        not null references campaign.campaign,
    code_now         bigint      not null,
    whose_sealed     bytea       not null,
    words_sealed     bytea       not null,
    received_at      timestamptz not null,
    received_by      text        not null,
    upheld           boolean,
    answer           text,
    answered_at      timestamptz,
    answered_by      text,
    answered_account uuid,
    check ((answered_at is null) = (answer is null) and (answered_at is null) = (upheld is null)
        and (answered_at is null) = (answered_account is null))
);
comment on table campaign.direct_objection is '对直通安置意向的异议：谁都可以提，答复以前不能确定';
comment on column campaign.direct_objection.whose_sealed is '提出人，也可以不留姓名';
comment on column campaign.direct_objection.words_sealed is '异议的内容';
comment on column campaign.direct_objection.upheld is '是否成立；成立的意向就撤了';
create index direct_objection_application on campaign.direct_objection (application_id);
create index direct_objection_campaign on campaign.direct_objection (campaign_id);
create index direct_objection_code on campaign.direct_objection (code_now);

grant select, insert on campaign.direct_call to rongyi_app;
grant select, insert, update on campaign.direct_application, campaign.direct_objection to rongyi_app;
grant select on campaign.direct_call, campaign.direct_application to rongyi_self;
grant insert on campaign.direct_application to rongyi_self;
grant update (withdrawn_at, withdrawn_by, withdrawn_side, withdrawn_why) on campaign.direct_application to rongyi_self;
grant select, update on campaign.direct_call, campaign.direct_application, campaign.direct_objection to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['direct_call', 'direct_application', 'direct_objection'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
    end loop;
end $$;
create policy published on campaign.direct_call for select to rongyi_app, rongyi_self using (true);
create policy self on campaign.direct_application for select to rongyi_self
    using (person_id = (select kernel.self_person()));
-- 本人只能报名和撤回，不能给自己审查、确定
create policy self_applies on campaign.direct_application for insert to rongyi_self
    with check (
        person_id = (select kernel.self_person())
        and examined_at is null and agreed_at is null and settled_at is null and withdrawn_at is null
        and exists (
            select 1 from campaign.candidate c
            where c.id = candidate_id and c.campaign_id = direct_application.campaign_id
                and c.person_id = direct_application.person_id and c.left_at is null));
create policy self_withdraws on campaign.direct_application for update to rongyi_self
    using (person_id = (select kernel.self_person()) and settled_at is null and withdrawn_at is null)
    with check (person_id = (select kernel.self_person()) and settled_at is null and withdrawn_side = 'SELF');

-- 谁都可以看：每个岗位有几个位子定给了直通安置，几个按意向留着
create function campaign.direct_seats(of_campaign uuid) returns table (post uuid, settled integer, held integer)
    language sql stable security definer set search_path = ''
as $$
    select k.post_id, (count(*) filter (where a.settled_at is not null))::integer,
           (count(*) filter (where a.settled_at is null))::integer
    from campaign.direct_application a
    join campaign.direct_call k on k.id = a.call_id
    join campaign.candidate c on c.id = a.candidate_id and c.left_at is null
    where a.campaign_id = of_campaign and a.agreed_at is not null and a.withdrawn_at is null
    group by k.post_id
$$;
-- 定给了直通安置的人不再参加别的方式：谁代办都一样，看不看得到办理的记录不管
create function campaign.direct_post(of_candidate uuid) returns uuid
    language sql stable security definer set search_path = ''
as $$
    select k.post_id
    from campaign.direct_application a
    join campaign.direct_call k on k.id = a.call_id
    where a.candidate_id = of_candidate and a.settled_at is not null
$$;
comment on function campaign.direct_post(uuid) is '这个人由直通安置确定的岗位；没有的为空值';
-- 公示：姓名盖住一部分，只在公示期间，只在他参加的时候；撤掉的只写哪一方，为什么不公示
create function campaign.direct_shown(of_campaign uuid, today date)
    returns table (post uuid, name text, others text, reason text, from_on date, until_on date, withdrawn text, settled boolean)
    language sql stable security definer set search_path = ''
as $$
    select k.post_id, a.shown_name, a.shown_others, a.reason, a.notice_from, a.notice_until, a.withdrawn_side,
           a.settled_at is not null
    from campaign.direct_application a
    join campaign.direct_call k on k.id = a.call_id
    join campaign.candidate c on c.id = a.candidate_id and c.left_at is null
    join campaign.campaign g on g.id = a.campaign_id and g.plan_digest is not null
    where a.campaign_id = of_campaign and a.confirmed_at is not null and a.notice_until >= today
    order by a.confirmed_at, a.id
$$;
revoke all on function campaign.direct_seats(uuid), campaign.direct_shown(uuid, date), campaign.direct_post(uuid) from public;
grant execute on function campaign.direct_seats(uuid), campaign.direct_shown(uuid, date), campaign.direct_post(uuid)
    to rongyi_app, rongyi_self, rongyi_job;
