-- 公示结束定名单、抽签、运行、结果。
alter table campaign.campaign add column posts_digest text;
alter table campaign.campaign add column draw_commitment text;
alter table campaign.campaign add column closed_digest text;
alter table campaign.campaign add column opened_at timestamptz;
alter table campaign.campaign add column opened_account uuid;
comment on column campaign.campaign.posts_digest is '公示结束时岗位和人数的 SM3 摘要';
comment on column campaign.campaign.draw_commitment is '抽签以前公布的总承诺：方案、岗位、名单和主办单位的一份';
comment on column campaign.campaign.closed_digest is '运行以前公布的摘要：资格审查、费用和每人志愿的承诺';
comment on column campaign.campaign.opened_at is '志愿开启、来源齐了、主办单位的一份公开的时刻';
alter table campaign.candidate add column nonce_sealed bytea;
comment on column campaign.candidate.nonce_sealed is '没有交志愿的人在材料里用的随机数，SM4 密文';

create table campaign.run (
    id                uuid        not null primary key,
    campaign_id       uuid        not null references campaign.campaign,
    code_now          bigint      not null,
    position          integer     not null check (position >= 1),
    head              text        not null,
    shown             bytea       not null,
    signing_key       text        not null,
    signature         bytea       not null,
    ran_at            timestamptz not null,
    ran_by            text        not null,
    ran_account       uuid        not null,
    set_aside_why     text,
    set_aside_at      timestamptz,
    set_aside_account uuid,
    approved_at       timestamptz,
    approved_account  uuid,
    shown_until       date,
    unique (campaign_id, position),
    check ((set_aside_why is null) = (set_aside_at is null)),
    check (approved_at is null or set_aside_at is null),
    check (approved_account <> ran_account)
);
comment on table campaign.run is '一次运行：公开材料、摘要、签名；撤销的留着，写明原因';
comment on column campaign.run.head is '公开材料的 SM3 摘要';
comment on column campaign.run.shown is '公开材料，没有得分、志愿、姓名';
comment on column campaign.run.signature is '对摘要的 SM2 签名';
comment on column campaign.run.shown_until is '结果按姓名公示到哪天';
create unique index run_valid on campaign.run (campaign_id) where set_aside_at is null;
create index run_code on campaign.run (code_now);

create table campaign.run_file (
    id          uuid   not null primary key references campaign.run,
    campaign_id uuid   not null references campaign.campaign,
    code_now    bigint not null,
    file_sealed bytea  not null
);
comment on table campaign.run_file is '一次运行的全部材料，只给审计';
comment on column campaign.run_file.file_sealed is '全部材料，SM4 密文';
create index run_file_code on campaign.run_file (code_now);

create table campaign.placed (
    id           uuid    not null primary key,
    run_id       uuid    not null references campaign.run,
    campaign_id  uuid    not null references campaign.campaign,
    candidate_id uuid    not null references campaign.candidate,
    person_id    uuid    not null,
    code_now     bigint  not null,
    place        integer not null,
    post_id      uuid    references campaign.post,
    round        integer not null,
    kept         boolean not null,
    wish         integer not null,
    slip_sealed  bytea   not null,
    unique (run_id, candidate_id)
);
comment on table campaign.placed is '一次运行里每个人的结果和他自己的凭条';
comment on column campaign.placed.place is '排第几';
comment on column campaign.placed.post_id is '安置到哪个岗位；没有的空着';
comment on column campaign.placed.wish is '是第几志愿；与志愿无关的为 0';
comment on column campaign.placed.slip_sealed is '本人的凭条，SM4 密文';
create index placed_run on campaign.placed (run_id);
create index placed_candidate on campaign.placed (candidate_id);
create index placed_code on campaign.placed (code_now);

create table campaign.filled (
    run_id      uuid    not null references campaign.run,
    post_id     uuid    not null references campaign.post,
    campaign_id uuid    not null references campaign.campaign,
    code_now    bigint  not null,
    seats       integer not null check (seats >= 0),
    primary key (run_id, post_id)
);
comment on table campaign.filled is '每个岗位有几个人选，公开的；不写是谁';
create index filled_code on campaign.filled (code_now);

create table campaign.result_notice (
    id          uuid   not null primary key,
    campaign_id uuid   not null references campaign.campaign,
    code_now    bigint not null,
    name        text   not null,
    post        text   not null,
    to_on       date   not null
);
comment on table campaign.result_notice is '结果公示：姓名和岗位，只在公示期间挂着';
create index result_notice_campaign on campaign.result_notice (campaign_id);
create index result_notice_code on campaign.result_notice (code_now);

grant select, insert on campaign.run, campaign.run_file, campaign.placed, campaign.filled to rongyi_app;
grant update (set_aside_why, set_aside_at, set_aside_account, approved_at, approved_account, shown_until) on campaign.run
    to rongyi_app;
grant select, insert, delete on campaign.result_notice to rongyi_app;
grant select on campaign.run, campaign.placed, campaign.filled, campaign.result_notice to rongyi_self;
grant select, update on campaign.run, campaign.run_file, campaign.placed, campaign.filled to rongyi_job;
grant select, update, delete on campaign.result_notice to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['run', 'run_file', 'placed', 'filled', 'result_notice'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
    end loop;
end $$;
create policy published on campaign.run for select to rongyi_app, rongyi_self using (true);
create policy published on campaign.filled for select to rongyi_app, rongyi_self using (true);
create policy hanging on campaign.result_notice for select to rongyi_app, rongyi_self using (true);
create policy self on campaign.placed for select to rongyi_self
    using (person_id = (select kernel.self_person())
           and run_id in (select r.id from campaign.run r where r.approved_at is not null));
