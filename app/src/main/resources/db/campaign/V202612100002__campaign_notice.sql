-- 公示：得分只在公示期间挂着；资格审查；公布以后的岗位只增不减。
create table campaign.score_notice (
    id          uuid   not null primary key,
    campaign_id uuid   not null references campaign.campaign,
    code_now    bigint not null,
    name        text   not null,
    score       numeric(8, 2),
    note        text   not null,
    to_on       date   not null
);
comment on table campaign.score_notice is '得分公示：姓名和得分，只在公示期间挂着，不写代号、不写人员编号';
comment on column campaign.score_notice.note is '不评分的、优先的写明依据';
comment on column campaign.score_notice.to_on is '公示最后一天';
create index score_notice_campaign on campaign.score_notice (campaign_id);
create index score_notice_code on campaign.score_notice (code_now);

create table campaign.refusal (
    id           uuid        not null primary key,
    campaign_id  uuid        not null references campaign.campaign,
    code_now     bigint      not null,
    post_id      uuid        not null references campaign.post,
    candidate_id uuid        not null references campaign.candidate,
    person_id    uuid        not null,
    ground       text        not null check (ground in ('CONDITIONS', 'RELATIVES')),
    reason       text        not null,
    refused_at   timestamptz not null,
    refused_by   text        not null,
    lifted_why   text,
    lifted_by    text,
    check ((lifted_why is null) = (lifted_by is null))
);
comment on table campaign.refusal is '资格审查：谁不能报哪个岗位，为什么';
comment on column campaign.refusal.ground is '不符合岗位条件，或者亲属回避';
comment on column campaign.refusal.lifted_why is '为什么又可以报了';
create unique index refusal_open on campaign.refusal (post_id, candidate_id) where lifted_why is null;
create index refusal_campaign on campaign.refusal (campaign_id);
create index refusal_code on campaign.refusal (code_now);

create table campaign.post_raise (
    id            uuid        not null primary key,
    post_id       uuid        not null references campaign.post,
    campaign_id   uuid        not null references campaign.campaign,
    code_now      bigint      not null,
    seats_before  integer     not null,
    seats_after   integer     not null,
    paper         text        not null,
    raised_at     timestamptz not null,
    raised_by     text        not null,
    check (seats_after > seats_before)
);
comment on table campaign.post_raise is '公布以后增加的人数：从几个到几个，凭单位的哪份文';
create index post_raise_post on campaign.post_raise (post_id);
create index post_raise_code on campaign.post_raise (code_now);

grant select, insert, delete on campaign.score_notice to rongyi_app;
grant select on campaign.score_notice to rongyi_self;
grant select, update, delete on campaign.score_notice to rongyi_job;
grant select, insert, update on campaign.refusal to rongyi_app;
grant select on campaign.refusal to rongyi_self;
grant select, update on campaign.refusal to rongyi_job;
grant select, insert on campaign.post_raise to rongyi_app;
grant select on campaign.post_raise to rongyi_self;
grant select, update on campaign.post_raise to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['score_notice', 'refusal', 'post_raise'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
    end loop;
end $$;
create policy hanging on campaign.score_notice for select to rongyi_app, rongyi_self using (true);
create policy published on campaign.post_raise for select to rongyi_app, rongyi_self using (true);
create policy self on campaign.refusal for select to rongyi_self using (person_id = (select kernel.self_person()));

create function campaign.posts_only_rise() returns trigger language plpgsql as $$
begin
    if old.published and (new.seats < old.seats or new.reserved < old.reserved or not new.published
                          or new.state <> 'CHECKED' or new.code <> old.code) then
        raise exception 'a published post is never fewer' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger post_rises before update on campaign.post for each row execute function campaign.posts_only_rise();
