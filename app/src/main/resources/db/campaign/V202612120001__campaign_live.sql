-- 现场选岗：方案里公布的办法，先后次序，每人一轮的结果。
create table campaign.live (
    campaign_id uuid        not null primary key references campaign.campaign,
    code_now    bigint      not null,
    minutes     integer     not null check (minutes between 1 and 60),
    on_timeout  text        not null check (on_timeout in ('FALL_BACK', 'PASS')),
    starts_at   timestamptz not null,
    planned_by  text        not null,
    started_at  timestamptz,
    started_by  text,
    ticked_at   timestamptz,
    paused_at   timestamptz,
    pause_why   text,
    ended_at    timestamptz,
    check ((started_at is null) = (ticked_at is null)),
    check ((paused_at is null) = (pause_why is null)),
    check (ended_at is null or paused_at is null)
);
comment on table campaign.live is '现场选岗：每人几分钟、超时怎么办，开始、暂停、结束';
comment on column campaign.live.on_timeout is '超时怎么办，随方案公布';
comment on column campaign.live.starts_at is '公布的开始时间，不能提前';
comment on column campaign.live.ticked_at is '程序最后一次看钟的时间；停机的时间不算在谁头上';
comment on column campaign.live.pause_why is '为什么暂停，公开';
create index live_code on campaign.live (code_now);
create index live_running on campaign.live (started_at) where started_at is not null and ended_at is null;

create table campaign.live_turn (
    campaign_id  uuid        not null references campaign.live,
    position     integer     not null check (position >= 1),
    code_now     bigint      not null,
    candidate_id uuid        not null unique references campaign.candidate,
    pseudonym    text        not null,
    credit       integer     not null default 0 check (credit >= 0),
    ended_at     timestamptz,
    how          text        check (how in ('CHOSEN', 'AT_WINDOW', 'FELL_BACK', 'TIMED_OUT', 'PASSED')),
    post_id      uuid        references campaign.post,
    kept         boolean     not null default false,
    seat         integer     check (seat >= 1),
    words        text,
    chain        text        check (chain ~ '^[0-9a-f]{64}$'),
    primary key (campaign_id, position),
    check ((ended_at is null) = (how is null)),
    check ((ended_at is null) = (chain is null)),
    check ((post_id is not null) = coalesce(how in ('CHOSEN', 'AT_WINDOW', 'FELL_BACK'), false)),
    check ((post_id is null) = (seat is null)),
    check (words is null or how = 'AT_WINDOW' or how = 'PASSED')
);
comment on table campaign.live_turn is '现场选岗的一轮：第几个、怎么结束、选了哪个岗位；不写姓名';
comment on column campaign.live_turn.credit is '暂停和停机补回的秒数';
comment on column campaign.live_turn.seat is '岗位里的第几个位子，一个位子只有一个人';
comment on column campaign.live_turn.chain is '到这一轮为止的链：前一轮的链和这一轮的内容的 SM3 摘要，当场公开';
comment on column campaign.live_turn.words is '窗口代录的：本人还是受托人，凭什么';
create unique index live_turn_seat on campaign.live_turn (post_id, kept, seat) where post_id is not null;
create index live_turn_code on campaign.live_turn (code_now);
create index live_turn_open on campaign.live_turn (campaign_id, position) where ended_at is null;

grant select, insert, update on campaign.live, campaign.live_turn to rongyi_app;
grant delete on campaign.live to rongyi_app;
grant select on campaign.live, campaign.live_turn to rongyi_self;
grant update (ended_at, how, post_id, kept, seat, chain) on campaign.live_turn to rongyi_self;
grant select, update on campaign.live, campaign.live_turn to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['live', 'live_turn'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
        -- 谁都可以看着选，看到的是代号
        execute format('create policy published on campaign.%I for select to rongyi_app, rongyi_self
            using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null))', one);
    end loop;
end $$;
-- 本人只能结束自己的这一轮
create policy self_chooses on campaign.live_turn for update to rongyi_self
    using (ended_at is null
           and candidate_id in (select c.id from campaign.candidate c where c.person_id = (select kernel.self_person())))
    with check (how in ('CHOSEN', 'PASSED')
           and candidate_id in (select c.id from campaign.candidate c where c.person_id = (select kernel.self_person())));

create table campaign.live_fallback (
    id           uuid    not null primary key references campaign.candidate,
    campaign_id  uuid    not null references campaign.live,
    person_id    uuid    not null,
    code_now     bigint  not null,
    priority     boolean not null,
    posts_sealed bytea   not null
);
comment on table campaign.live_fallback is '超时时照着给的志愿：开始时从开启的志愿里来，只有计时的程序读';
comment on column campaign.live_fallback.id is '参加人的编号';
comment on column campaign.live_fallback.priority is '可不可以用预留的位子';
comment on column campaign.live_fallback.posts_sealed is '可以要的岗位，先想要的在前，SM4 密文';
create index live_fallback_campaign on campaign.live_fallback (campaign_id);
create index live_fallback_code on campaign.live_fallback (code_now);

grant insert on campaign.live_fallback to rongyi_app;
grant select, insert, update on campaign.live_fallback to rongyi_job;
alter table campaign.live_fallback enable row level security;
alter table campaign.live_fallback force row level security;
create policy scope on campaign.live_fallback for insert to rongyi_app
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on campaign.live_fallback to rongyi_job using (true) with check (true);
create policy owner on campaign.live_fallback for select to rongyi_owner using (true);
