-- 网上双选（2017 年的办法）：申请、单位看申请、先选先定。
create table campaign.mutual (
    campaign_id uuid        not null primary key references campaign.campaign,
    code_now    bigint      not null,
    least       integer     not null check (least >= 1),
    most        integer     not null check (most >= least),
    browse_from timestamptz not null,
    browse_to   timestamptz not null,
    decide_from timestamptz not null,
    decide_to   timestamptz not null,
    planned_by  text        not null,
    check (browse_from < browse_to and browse_to <= decide_from and decide_from < decide_to)
);
comment on table campaign.mutual is '网上双选的办法：最少最多申请几个，单位什么时候看、什么时候选；随方案公布';
comment on column campaign.mutual.least is '机关、参公单位的岗位最少申请几个，不够的单位看不到';
comment on column campaign.mutual.browse_from is '从这一刻起单位看得到申请，不显示姓名';
comment on column campaign.mutual.decide_to is '到这一刻就不能再选，以服务器的时钟为准';
create index mutual_code on campaign.mutual (code_now);

create table campaign.mutual_unit (
    campaign_id uuid        not null references campaign.campaign,
    credit_code text        not null,
    unit_id     uuid        not null,
    unit_name   text        not null,
    code_now    bigint      not null,
    named_at    timestamptz not null,
    named_by    text        not null,
    primary key (campaign_id, credit_code)
);
comment on table campaign.mutual_unit is '报岗位的单位由哪个机构的人登录办理双选';
comment on column campaign.mutual_unit.credit_code is '报岗位的单位，统一社会信用代码';
comment on column campaign.mutual_unit.unit_id is '机构的编号，它的接收单位经办看得到这家单位的岗位';
create index mutual_unit_unit on campaign.mutual_unit (unit_id);
create index mutual_unit_code on campaign.mutual_unit (code_now);

create table campaign.mutual_application (
    id           uuid        not null primary key,
    campaign_id  uuid        not null references campaign.campaign,
    candidate_id uuid        not null references campaign.candidate,
    person_id    uuid        not null,
    code_now     bigint      not null,
    post_id      uuid        not null references campaign.post,
    pseudonym    text        not null,
    how          text        not null check (how in ('SELF', 'COUNTER')),
    applied_at   timestamptz not null,
    withdrawn_at timestamptz
);
comment on table campaign.mutual_application is '网上双选的申请：谁申请哪个岗位；单位看得到代号，看不到姓名';
comment on column campaign.mutual_application.how is '本人，还是窗口代办';
create unique index mutual_application_once on campaign.mutual_application (candidate_id, post_id) where withdrawn_at is null;
create index mutual_application_post on campaign.mutual_application (post_id) where withdrawn_at is null;
create index mutual_application_campaign on campaign.mutual_application (campaign_id);
create index mutual_application_person on campaign.mutual_application (person_id);
create index mutual_application_code on campaign.mutual_application (code_now);

create table campaign.mutual_pick (
    campaign_id  uuid        not null references campaign.mutual,
    position     integer     not null check (position >= 1),
    code_now     bigint      not null,
    candidate_id uuid        not null references campaign.candidate,
    pseudonym    text        not null,
    post_id      uuid        not null references campaign.post,
    seat         integer     not null check (seat >= 1),
    how          text        not null check (how in ('ONLINE', 'PAPER')),
    paper        text,
    picked_at    timestamptz not null,
    chain        text        not null check (chain ~ '^[0-9a-f]{64}$'),
    primary key (campaign_id, position),
    constraint mutual_pick_person unique (candidate_id),
    constraint mutual_pick_seat unique (post_id, seat),
    check ((how = 'PAPER') = (paper is not null))
);
comment on table campaign.mutual_pick is '先选先定：第几个选定、哪个代号、哪个岗位；写下就不能改，谁也不能';
comment on column campaign.mutual_pick.seat is '岗位里的第几个位子，一个位子只有一个人';
comment on column campaign.mutual_pick.paper is '单位不能上网的，照单位哪份文由两人录入';
comment on column campaign.mutual_pick.chain is '到这一个为止的链：前一个的链和这一个的内容的 SM3 摘要，当场公开';
create index mutual_pick_code on campaign.mutual_pick (code_now);

create table campaign.mutual_paper (
    id              uuid        not null primary key,
    campaign_id     uuid        not null references campaign.campaign,
    code_now        bigint      not null,
    post_id         uuid        not null references campaign.post,
    candidate_id    uuid        not null references campaign.candidate,
    paper           text        not null,
    entered_at      timestamptz not null,
    entered_by      text        not null,
    entered_account uuid        not null,
    unique (post_id, candidate_id)
);
comment on table campaign.mutual_paper is '不能上网的单位选的人，一位同事照文录入，等另一位再录一遍；一致才选定';
create index mutual_paper_campaign on campaign.mutual_paper (campaign_id);
create index mutual_paper_code on campaign.mutual_paper (code_now);

grant select, insert, update, delete on campaign.mutual to rongyi_app;
grant select, insert, update on campaign.mutual_unit, campaign.mutual_application, campaign.mutual_paper to rongyi_app;
grant delete on campaign.mutual_unit to rongyi_app;
grant select, insert on campaign.mutual_pick to rongyi_app;
grant select on campaign.mutual, campaign.mutual_application, campaign.mutual_pick to rongyi_self;
grant insert, update (withdrawn_at) on campaign.mutual_application to rongyi_self;
grant select, update on campaign.mutual, campaign.mutual_unit, campaign.mutual_application, campaign.mutual_paper to rongyi_job;
grant select, update (code_now) on campaign.mutual_pick to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['mutual', 'mutual_unit', 'mutual_application', 'mutual_pick', 'mutual_paper'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
    end loop;
    -- 办法和选定的结果谁都看得到，看到的是代号
    foreach one in array array['mutual', 'mutual_pick'] loop
        execute format('create policy published on campaign.%I for select to rongyi_app, rongyi_self
            using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null))', one);
    end loop;
end $$;

-- 接收单位的人：只有指定给本单位的岗位，而且到了看申请的时间
create function campaign.unit_posts() returns setof uuid
    language sql stable security definer set search_path = ''
as $$
    select p.id
    from campaign.mutual_unit u
    join campaign.mutual m on m.campaign_id = u.campaign_id and m.browse_from <= (select kernel.scope_now())
    join campaign.campaign c on c.id = u.campaign_id and c.plan_digest is not null and c.called_off_at is null
        and c.stage not in ('DRAFT', 'NOTICE')
    join campaign.post p on p.campaign_id = u.campaign_id and p.credit_code = u.credit_code and p.published
    where u.unit_id = kernel.scope_unit() and kernel.scope_role() = 'EMPLOYER'
$$;
revoke all on function campaign.unit_posts() from public;
grant execute on function campaign.unit_posts() to rongyi_app;
comment on function campaign.unit_posts() is '登录的接收单位经办到了时间的岗位';

-- 选定截止以后不再看没有选的人
create function campaign.unit_open_posts() returns setof uuid
    language sql stable security definer set search_path = ''
as $$
    select p.id
    from campaign.post p
    join campaign.mutual m on m.campaign_id = p.campaign_id and m.decide_to > (select kernel.scope_now())
    where p.id in (select campaign.unit_posts())
$$;
revoke all on function campaign.unit_open_posts() from public;
grant execute on function campaign.unit_open_posts() to rongyi_app;
comment on function campaign.unit_open_posts() is '登录的接收单位经办现在看得到申请的岗位';

create policy unit on campaign.mutual_unit for select to rongyi_app
    using (unit_id = (select kernel.scope_unit()) and (select kernel.scope_role()) = 'EMPLOYER');
create policy unit_takes on campaign.mutual_pick for insert to rongyi_app
    with check (
        how = 'ONLINE'
        and post_id in (select campaign.unit_posts())
        and exists (
            select 1 from campaign.mutual m
            where m.campaign_id = mutual_pick.campaign_id and m.decide_from <= (select kernel.scope_now()) and m.decide_to > (select kernel.scope_now()))
        and exists (
            select 1 from campaign.mutual_application a
            where a.post_id = mutual_pick.post_id and a.candidate_id = mutual_pick.candidate_id
                and a.campaign_id = mutual_pick.campaign_id and a.pseudonym = mutual_pick.pseudonym
                and a.withdrawn_at is null));
create policy self on campaign.mutual_application for select to rongyi_self
    using (person_id = (select kernel.self_person()));
create policy self_applies on campaign.mutual_application for insert to rongyi_self
    with check (
        person_id = (select kernel.self_person())
        and how = 'SELF'
        and exists (
            select 1 from campaign.candidate c
            where c.id = candidate_id and c.campaign_id = mutual_application.campaign_id
                and c.person_id = mutual_application.person_id and c.pseudonym = mutual_application.pseudonym
                and c.left_at is null));
create policy self_withdraws on campaign.mutual_application for update to rongyi_self
    using (person_id = (select kernel.self_person()) and withdrawn_at is null)
    with check (person_id = (select kernel.self_person()));

-- 资格审查不通过的岗位：谁代办、谁选，都一样不行，看不看得到不通过的记录不管
create function campaign.mutual_refused(of_candidate uuid, of_post uuid) returns boolean
    language sql stable security definer set search_path = ''
as $$
    select exists (
        select 1
        from campaign.candidate c
        join campaign.refusal f on f.campaign_id = c.campaign_id and f.person_id = c.person_id
        where c.id = of_candidate and f.post_id = of_post and f.lifted_why is null)
$$;
revoke all on function campaign.mutual_refused(uuid, uuid) from public;
grant execute on function campaign.mutual_refused(uuid, uuid) to rongyi_app, rongyi_self;
comment on function campaign.mutual_refused(uuid, uuid) is '这个人对这个岗位有没有资格审查不通过';

-- 够不够：机关、参公单位的岗位申请得够数的，单位才看得到；能申请的不到最少数的，有几个算几个
create function campaign.mutual_counts(of_candidate uuid) returns boolean
    language sql stable security definer set search_path = ''
as $$
    select (select count(*)
            from campaign.mutual_application a
            join campaign.post p on p.id = a.post_id
            where a.candidate_id = c.id and a.withdrawn_at is null and p.kind in ('ORGAN', 'LIKE_ORGAN'))
        >= least(m.least, (select count(*)
                           from campaign.post p
                           where p.campaign_id = c.campaign_id and p.published and p.kind in ('ORGAN', 'LIKE_ORGAN')
                               and not campaign.mutual_refused(c.id, p.id)))
    from campaign.candidate c
    join campaign.mutual m on m.campaign_id = c.campaign_id
    where c.id = of_candidate
$$;
revoke all on function campaign.mutual_counts(uuid) from public;
grant execute on function campaign.mutual_counts(uuid) to rongyi_app, rongyi_self;
comment on function campaign.mutual_counts(uuid) is '申请的机关、参公单位的岗位够不够最少数';

-- 规则里互相问会问不完，所以由函数答
create function campaign.mutual_taken(of_candidate uuid, of_post uuid) returns boolean
    language sql stable security definer set search_path = ''
as $$
    select exists (select 1 from campaign.mutual_pick k where k.candidate_id = of_candidate and k.post_id = of_post)
$$;
revoke all on function campaign.mutual_taken(uuid, uuid) from public;
grant execute on function campaign.mutual_taken(uuid, uuid) to rongyi_app;
comment on function campaign.mutual_taken(uuid, uuid) is '这个人是不是这个岗位选定的';

-- 单位看得到的，就是给它看的那些；选定了的一直看得到
create policy unit on campaign.mutual_application for select to rongyi_app
    using (
        post_id in (select campaign.unit_open_posts())
            and campaign.mutual_counts(candidate_id) and not campaign.mutual_refused(candidate_id, post_id)
        or post_id in (select campaign.unit_posts())
            and campaign.mutual_taken(candidate_id, post_id));

-- 单位看到的申请人：代号、得分、服役时间，没有姓名、证件号、电话、住在哪里、生日
create function campaign.mutual_applicants(of_post uuid)
    returns table (rank integer, application uuid, candidate uuid, pseudonym text, score numeric, service_days bigint,
                   hardship_months bigint, priority boolean, applied_at timestamptz)
    language sql stable security definer set search_path = ''
as $$
    select (row_number() over (order by c.score is null desc,
                                        campaign.combined(c.score, c.exam_points, x.file_weight, x.weights) desc,
                                        c.pseudonym))::integer,
           a.id, a.candidate_id, a.pseudonym,
           campaign.combined(c.score, c.exam_points, x.file_weight, x.weights),
           c.tie_service::bigint, c.tie_hardship::bigint, c.priority_ground is not null, a.applied_at
    from campaign.mutual_application a
    join campaign.candidate c on c.id = a.candidate_id and c.left_at is null
    left join campaign.exam x on x.campaign_id = a.campaign_id
    where a.post_id = of_post and a.withdrawn_at is null
        and of_post in (select campaign.unit_open_posts())
        and not campaign.mutual_refused(a.candidate_id, a.post_id)
        and campaign.mutual_counts(a.candidate_id)
$$;
revoke all on function campaign.mutual_applicants(uuid) from public;
grant execute on function campaign.mutual_applicants(uuid) to rongyi_app;
comment on function campaign.mutual_applicants(uuid) is '本单位一个岗位的申请人，只有代号';

-- 选定以后才知道是谁
create function campaign.mutual_name(of_candidate uuid) returns text
    language sql stable security definer set search_path = ''
as $$
    select c.name
    from campaign.mutual_pick k
    join campaign.candidate c on c.id = k.candidate_id
    where k.candidate_id = of_candidate and k.post_id in (select campaign.unit_posts())
$$;
revoke all on function campaign.mutual_name(uuid) from public;
grant execute on function campaign.mutual_name(uuid) to rongyi_app;
comment on function campaign.mutual_name(uuid) is '本单位选定的人的姓名；没有选定的没有';
