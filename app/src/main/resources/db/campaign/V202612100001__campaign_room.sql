-- 阳光安置：一次安置活动的方案、专项小组、岗位、参加人和抽签的随机来源。
create schema campaign;
grant usage on schema campaign to rongyi_app, rongyi_self, rongyi_job;

create table campaign.campaign (
    id              uuid        not null primary key,
    number          text        not null unique,
    code_then       bigint      not null,
    code_now        bigint      not null,
    unit_id         uuid        not null,
    unit_name       text        not null,
    title           text        not null,
    stage           text        not null check (stage in ('DRAFT', 'NOTICE', 'WISHES', 'OPENED', 'RESULT', 'FOLLOWED')),
    ways            text[]      not null,
    ties            text[]      not null,
    priority        text        not null check (priority in ('NONE', 'FIRST', 'TIES', 'RESERVED')),
    wishes_least    integer     not null check (wishes_least >= 1),
    wishes_most     integer     not null,
    notice_days     integer     not null check (notice_days >= 1),
    wishes_open     timestamptz not null,
    wishes_close    timestamptz not null,
    silent          text        not null,
    plan_digest     text,
    notice_from     date,
    notice_until    date,
    list_commitment text,
    salt_sealed     bytea,
    salt            text,
    frozen_at       timestamptz,
    called_off_why  text,
    called_off_by   text,
    called_off_at   timestamptz,
    drafted_at      timestamptz not null,
    drafted_by      text        not null,
    drafted_account uuid        not null,
    edited_account  uuid        not null,
    version         integer     not null default 1,
    check (wishes_most >= wishes_least),
    check (wishes_close > wishes_open),
    check ((stage = 'DRAFT') = (plan_digest is null) or called_off_at is not null),
    check ((plan_digest is null) = (notice_from is null) and (notice_from is null) = (notice_until is null)),
    check ((list_commitment is null) = (frozen_at is null)),
    check ((called_off_why is null) = (called_off_at is null) and (called_off_at is null) = (called_off_by is null))
);
comment on table campaign.campaign is '安置活动：方案、阶段和每次定下来的摘要';
comment on column campaign.campaign.number is '编号，公开的';
comment on column campaign.campaign.code_then is '拟定时主办单位所在的区划';
comment on column campaign.campaign.ways is '安置方式，先后就是各轮的先后';
comment on column campaign.campaign.ties is '同分先后，最后总是抽签';
comment on column campaign.campaign.priority is '优先安置的办法';
comment on column campaign.campaign.wishes_least is '每人最少填几个志愿';
comment on column campaign.campaign.notice_days is '岗位和得分公示几个工作日';
comment on column campaign.campaign.wishes_close is '到这一刻就不收志愿了，以服务器的时钟为准';
comment on column campaign.campaign.silent is '抽签的来源没有公布数值时怎么办，事先公布';
comment on column campaign.campaign.plan_digest is '批准的方案的 SM3 摘要，从公示那天起公开';
comment on column campaign.campaign.list_commitment is '参加人名单和盐的承诺，公示结束时公开';
comment on column campaign.campaign.salt_sealed is '盐，抽签以前封着，SM4 密文';
comment on column campaign.campaign.salt is '抽签以后公开的盐';
comment on column campaign.campaign.called_off_why is '为什么停办';
create index campaign_code on campaign.campaign (code_now, id);

create table campaign.member (
    id          uuid        not null primary key,
    campaign_id uuid        not null references campaign.campaign,
    code_now    bigint      not null,
    name        text        not null,
    unit_name   text        not null,
    duty        text        not null,
    left_at     timestamptz,
    added_at    timestamptz not null,
    added_by    text        not null
);
comment on table campaign.member is '移交安置工作专项小组的成员';
create index member_campaign on campaign.member (campaign_id);
create index member_code on campaign.member (code_now);

create table campaign.meeting (
    id          uuid        not null primary key,
    campaign_id uuid        not null references campaign.campaign,
    code_now    bigint      not null,
    about       text        not null check (about in ('PLAN', 'RESULT', 'SET_ASIDE')),
    held_on     date        not null,
    minutes     text        not null,
    entered_at  timestamptz not null,
    entered_by  text        not null
);
comment on table campaign.meeting is '专项小组的会议：议什么、哪天、会议纪要文号';
create index meeting_campaign on campaign.meeting (campaign_id);
create index meeting_code on campaign.meeting (code_now);

create table campaign.attendance (
    meeting_id uuid   not null references campaign.meeting,
    member_id  uuid   not null references campaign.member,
    code_now   bigint not null,
    how        text   not null check (how in ('PRESENT', 'ABSENT', 'KEPT_AWAY')),
    primary key (meeting_id, member_id)
);
comment on table campaign.attendance is '谁到会、谁缺席、谁回避；回避的不计入应到人数';
create index attendance_code on campaign.attendance (code_now);

create table campaign.post (
    id              uuid        not null primary key,
    campaign_id     uuid        not null references campaign.campaign,
    code_now        bigint      not null,
    code            text        not null,
    unit_name       text        not null,
    credit_code     text        not null,
    kind            text        not null check (kind in ('ORGAN', 'LIKE_ORGAN', 'INSTITUTION', 'STATE_ENTERPRISE', 'OTHER')),
    title           text        not null,
    place_now       bigint      not null,
    seats           integer     not null check (seats between 1 and 999),
    reserved        integer     not null check (reserved between 0 and seats),
    conditions      text        not null,
    paper           text        not null,
    state           text        not null check (state in ('REPORTED', 'CHECKED', 'WITHDRAWN')),
    published       boolean     not null default false,
    reported_at     timestamptz not null,
    reported_by     text        not null,
    reported_account uuid       not null,
    checked_at      timestamptz,
    checked_by      text,
    checked_account uuid,
    withdrawn_why   text,
    version         integer     not null default 1,
    unique (campaign_id, code),
    check ((checked_at is null) = (checked_account is null)),
    check (checked_account <> reported_account),
    check (not published or state = 'CHECKED'),
    check ((state = 'WITHDRAWN') = (withdrawn_why is not null))
);
comment on table campaign.post is '岗位：单位报来，一人录、另一人核；公布以后只增不减';
comment on column campaign.post.code is '岗位编号，在这次活动里不重复';
comment on column campaign.post.kind is '单位性质：机关、参公、事业、国企、其他';
comment on column campaign.post.place_now is '上班的地方';
comment on column campaign.post.reserved is '其中留给优先对象的';
comment on column campaign.post.paper is '单位报送岗位的文号';
create index post_campaign on campaign.post (campaign_id, code);
create index post_code on campaign.post (code_now);
create index post_place on campaign.post (place_now);

create table campaign.candidate (
    id              uuid        not null primary key,
    campaign_id     uuid        not null references campaign.campaign,
    reception_id    uuid        not null references reception.reception,
    person_id       uuid        not null references person.person,
    code_now        bigint      not null,
    name            text        not null,
    pseudonym       text        not null,
    score           numeric(8, 2),
    score_until     date,
    exempt_ground   text,
    priority_ground text,
    tie_merit       bigint      not null,
    tie_service     bigint      not null,
    tie_hardship    bigint      not null,
    tie_disability  bigint      not null,
    tie_age         bigint      not null,
    spouse_now      bigint,
    left_why        text,
    left_at         timestamptz,
    added_at        timestamptz not null,
    added_by        text        not null,
    added_account   uuid        not null,
    version         integer     not null default 1,
    unique (campaign_id, pseudonym),
    check ((exempt_ground is null) = (score is not null)),
    check ((left_why is null) = (left_at is null))
);
comment on table campaign.candidate is '参加人：从移交接收里来，得分已经认定';
comment on column campaign.candidate.code_now is '安置地的村（社区）';
comment on column campaign.candidate.pseudonym is '这次活动里的代号，公开的材料里只写它';
comment on column campaign.candidate.score_until is '得分公示到哪天';
comment on column campaign.candidate.exempt_ground is '不评分、优先选的依据：八一勋章、荣誉称号';
comment on column campaign.candidate.priority_ground is '优先安置的依据';
comment on column campaign.candidate.tie_merit is '最高奖励等级，越大越先';
comment on column campaign.candidate.tie_service is '服役天数';
comment on column campaign.candidate.tie_hardship is '艰苦边远月数';
comment on column campaign.candidate.tie_disability is '11 减残疾等级，没有的为 0';
comment on column campaign.candidate.tie_age is '出生日到 2100 年 1 月 1 日的天数';
comment on column campaign.candidate.spouse_now is '配偶工作或居住的县，指令性分配时算';
comment on column campaign.candidate.left_why is '为什么不参加了';
create unique index candidate_once on campaign.candidate (campaign_id, person_id) where left_at is null;
create index candidate_code on campaign.candidate (code_now);
create index candidate_spouse on campaign.candidate (spouse_now);
create index candidate_person on campaign.candidate (person_id);
create index candidate_reception on campaign.candidate (reception_id);

create table campaign.draw_source (
    id                uuid        not null primary key,
    campaign_id       uuid        not null references campaign.campaign,
    code_now          bigint      not null,
    position          integer     not null check (position >= 1),
    name              text        not null,
    value             text,
    silent            boolean     not null default false,
    read_where        text,
    entered_at        timestamptz,
    entered_by        text,
    entered_account   uuid,
    confirmed_at      timestamptz,
    confirmed_by      text,
    confirmed_account uuid,
    unique (campaign_id, position),
    check (not silent or value is null),
    check ((value is not null or silent) = (entered_account is not null)),
    check (confirmed_account is null or entered_account is not null and confirmed_account <> entered_account)
);
comment on table campaign.draw_source is '抽签用的公开随机数：事先公布名称，之后一人录、另一人照公布的核';
comment on column campaign.draw_source.name is '是什么、哪天的，按公布的写';
comment on column campaign.draw_source.silent is '没有公布，按事先公布的办法略过';
comment on column campaign.draw_source.read_where is '数值公布在哪里';
create index draw_source_code on campaign.draw_source (code_now);

grant select, insert, update on campaign.campaign, campaign.member, campaign.post, campaign.candidate, campaign.draw_source
    to rongyi_app;
grant delete on campaign.draw_source to rongyi_app;
grant select, insert on campaign.meeting, campaign.attendance to rongyi_app;
grant select on campaign.campaign, campaign.post, campaign.candidate, campaign.draw_source to rongyi_self;
grant select, update on all tables in schema campaign to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['campaign', 'member', 'meeting', 'attendance', 'post', 'candidate', 'draw_source'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
    end loop;
end $$;
-- 依法公布的，谁都看得到
create policy published on campaign.campaign for select to rongyi_app, rongyi_self using (plan_digest is not null);
create policy published on campaign.post for select to rongyi_app, rongyi_self using (published);
create policy published on campaign.draw_source for select to rongyi_app, rongyi_self
    using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null));
create policy self on campaign.candidate for select to rongyi_self
    using (person_id = (select kernel.self_person()));
