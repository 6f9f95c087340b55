-- 考试考核：方案里定的考试，报名、考场座位、阅卷、成绩和复核。
create table campaign.exam (
    campaign_id      uuid          not null primary key references campaign.campaign,
    code_now         bigint        not null,
    for_whom         text          not null,
    file_weight      numeric(4, 2) not null check (file_weight > 0),
    subjects         text[]        not null,
    fulls            integer[]     not null,
    weights          numeric(4, 2)[] not null,
    opens_at         timestamptz   not null,
    closes_at        timestamptz   not null,
    sits_at          timestamptz   not null,
    place            text          not null,
    source           text          not null,
    difference       integer       not null check (difference >= 0),
    review_days      integer       not null check (review_days >= 1),
    planned_by       text          not null,
    closed_at        timestamptz,
    closed_by        text,
    rooms            text[]        not null default '{}',
    room_seats       integer[]     not null default '{}',
    seat_commitment  text,
    source_value     text,
    source_where     text,
    source_account   uuid,
    drawn_at         timestamptz,
    drawn_by         text,
    drawn_account    uuid,
    numbered_at      timestamptz,
    numbered_by      text,
    numbered_account uuid,
    revealed_at      timestamptz,
    revealed_by      text,
    review_until     date,
    settled_at       timestamptz,
    settled_by       text,
    check (cardinality(subjects) between 1 and 3),
    check (cardinality(subjects) = cardinality(fulls) and cardinality(subjects) = cardinality(weights)),
    check (cardinality(rooms) = cardinality(room_seats)),
    check (closes_at > opens_at and sits_at > closes_at),
    check ((closed_at is null) = (seat_commitment is null)),
    check (drawn_account <> source_account),
    check ((drawn_at is null) = (drawn_account is null)),
    check ((numbered_at is null) = (numbered_account is null)),
    check ((revealed_at is null) = (review_until is null))
);
comment on table campaign.exam is '考试：随方案公布，批准以后不改；报名截止、抽座位、编号、公布成绩各只有一次';
comment on column campaign.exam.for_whom is '什么人考';
comment on column campaign.exam.file_weight is '档案分的权重';
comment on column campaign.exam.fulls is '每科满分';
comment on column campaign.exam.weights is '每科成绩的权重';
comment on column campaign.exam.closes_at is '到这一刻就不收报名了，以服务器的时钟为准';
comment on column campaign.exam.source is '抽座位用的公开随机数，事先公布是什么、哪天的';
comment on column campaign.exam.difference is '两人评分相差超过多少分，由第三人评';
comment on column campaign.exam.review_days is '成绩公布后几个工作日内可以申请复核';
comment on column campaign.exam.seat_commitment is '准考证号和考场的摘要（SM3），来源公布以前就公开';
comment on column campaign.exam.numbered_account is '给试卷编号的考务，知道哪份卷子是谁的，不能阅卷';
create index exam_code on campaign.exam (code_now);

create table campaign.exam_entry (
    id            uuid        not null primary key references campaign.candidate,
    campaign_id   uuid        not null references campaign.exam,
    person_id     uuid        not null,
    code_now      bigint      not null,
    ticket        integer     not null check (ticket between 10000000 and 99999999),
    registered_at timestamptz not null,
    registered_by text        not null,
    room          integer     check (room >= 1),
    seat          integer     check (seat >= 1),
    absent        boolean     not null default false,
    points        numeric(8, 2)[],
    unique (campaign_id, ticket),
    check ((room is null) = (seat is null))
);
comment on table campaign.exam_entry is '考试报名：准考证号、座位、缺考、公布的成绩';
comment on column campaign.exam_entry.id is '参加人的编号';
comment on column campaign.exam_entry.points is '每科成绩，公布以前没有';
create unique index exam_entry_seat on campaign.exam_entry (campaign_id, room, seat) where seat is not null;
create index exam_entry_code on campaign.exam_entry (code_now);
create index exam_entry_person on campaign.exam_entry (person_id);

create table campaign.exam_bar (
    id              uuid        not null primary key references campaign.candidate,
    campaign_id     uuid        not null references campaign.exam,
    person_id       uuid        not null,
    code_now        bigint      not null,
    ground          text        not null,
    reason          text        not null,
    barred_at       timestamptz not null,
    barred_by       text        not null,
    barred_account  uuid        not null,
    checked_at      timestamptz,
    checked_by      text,
    checked_account uuid,
    check (checked_account <> barred_account),
    check ((checked_at is null) = (checked_account is null))
);
comment on table campaign.exam_bar is '不能报名的：一人登记依据，另一人照材料核对以后才算';
create index exam_bar_campaign on campaign.exam_bar (campaign_id);
create index exam_bar_code on campaign.exam_bar (code_now);

create table campaign.exam_paper (
    id           uuid        not null primary key,
    campaign_id  uuid        not null references campaign.exam,
    code_now     bigint      not null,
    subject      integer     not null check (subject between 1 and 3),
    number       text        not null,
    owner_sealed bytea       not null,
    differs      boolean     not null default false,
    candidate_id uuid        references campaign.candidate,
    unique (campaign_id, number)
);
comment on table campaign.exam_paper is '试卷：只有随机的编号；是谁的封着，公布成绩时才揭开';
comment on column campaign.exam_paper.owner_sealed is '哪个参加人的，SM4 密文';
comment on column campaign.exam_paper.differs is '前两人评分相差超过公布的分数，要第三人评';
create index exam_paper_code on campaign.exam_paper (code_now);
create index exam_paper_candidate on campaign.exam_paper (candidate_id);

create table campaign.exam_mark (
    id             uuid        not null primary key,
    paper_id       uuid        not null references campaign.exam_paper,
    campaign_id    uuid        not null,
    code_now       bigint      not null,
    position       integer     not null check (position between 1 and 3),
    marker_account uuid        not null,
    marked_by      text        not null,
    marked_at      timestamptz not null,
    points_sealed  bytea       not null,
    unique (paper_id, position),
    unique (paper_id, marker_account)
);
comment on table campaign.exam_mark is '评分：一份试卷两个人各评各的，谁也看不到另一人的；差得多的第三人评';
comment on column campaign.exam_mark.points_sealed is '分数，SM4 密文，全部评完、公布时才打开';
create index exam_mark_campaign on campaign.exam_mark (campaign_id);
create index exam_mark_code on campaign.exam_mark (code_now);

create table campaign.exam_review (
    id              uuid          not null primary key,
    campaign_id     uuid          not null references campaign.exam,
    candidate_id    uuid          not null references campaign.candidate,
    person_id       uuid          not null,
    code_now        bigint        not null,
    subject         integer       not null check (subject between 1 and 3),
    reason          text          not null,
    asked_at        timestamptz   not null,
    asked_by        text          not null,
    before_points   numeric(8, 2),
    after_points    numeric(8, 2),
    answer          text,
    decided_at      timestamptz,
    decided_by      text,
    decided_account uuid,
    unique (candidate_id, subject),
    check ((decided_at is null) = (answer is null) and (decided_at is null) = (after_points is null))
);
comment on table campaign.exam_review is '复核成绩：本人申请，没有评过这份试卷的人答复';
create index exam_review_campaign on campaign.exam_review (campaign_id);
create index exam_review_code on campaign.exam_review (code_now);

-- 定下来的考试成绩，每科一个，进到总分里
alter table campaign.candidate add column exam_points numeric(8, 2)[];
comment on column campaign.candidate.exam_points is '定下来的考试成绩，每科一个；没有报名、缺考的为 0';
alter table campaign.score_notice alter column score type numeric;

grant select, insert, update on campaign.exam to rongyi_app;
grant delete on campaign.exam to rongyi_app;
grant select, insert, update on campaign.exam_entry, campaign.exam_bar, campaign.exam_paper, campaign.exam_review
    to rongyi_app;
grant delete on campaign.exam_entry to rongyi_app;
grant select, insert on campaign.exam_mark to rongyi_app;
grant select on campaign.exam, campaign.exam_entry, campaign.exam_bar, campaign.exam_review to rongyi_self;
grant insert on campaign.exam_entry, campaign.exam_review to rongyi_self;
grant select, update on campaign.exam, campaign.exam_entry, campaign.exam_bar, campaign.exam_paper, campaign.exam_mark,
    campaign.exam_review to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['exam', 'exam_entry', 'exam_bar', 'exam_paper', 'exam_mark', 'exam_review'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
    end loop;
    foreach one in array array['exam_entry', 'exam_bar', 'exam_review'] loop
        execute format('create policy self on campaign.%I for select to rongyi_self
            using (person_id = (select kernel.self_person()))', one);
    end loop;
end $$;
create policy published on campaign.exam for select to rongyi_app, rongyi_self
    using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null));
-- 本人只能给自己报名，不能给自己排座位、写成绩
create policy self_registers on campaign.exam_entry for insert to rongyi_self
    with check (
        person_id = (select kernel.self_person())
        and room is null and points is null and not absent
        and exists (
            select 1 from campaign.candidate c
            where c.id = exam_entry.id and c.campaign_id = exam_entry.campaign_id and c.person_id = exam_entry.person_id
                and c.left_at is null));
create policy self_asks on campaign.exam_review for insert to rongyi_self
    with check (
        person_id = (select kernel.self_person())
        and answer is null
        and exists (
            select 1 from campaign.exam_entry e
            where e.id = candidate_id and e.campaign_id = exam_review.campaign_id and e.person_id = exam_review.person_id));

-- 座位谁都可以重抽一遍：只有准考证号，没有姓名、代号
create function campaign.exam_tickets(of_campaign uuid) returns table (ticket integer, room integer, seat integer)
    language sql stable security definer set search_path = ''
as $$
    select e.ticket, e.room, e.seat
    from campaign.exam_entry e
    join campaign.exam x on x.campaign_id = e.campaign_id and x.closed_at is not null
    join campaign.campaign c on c.id = e.campaign_id and c.plan_digest is not null
    where e.campaign_id = of_campaign
    order by e.ticket
$$;
revoke all on function campaign.exam_tickets(uuid) from public;
grant execute on function campaign.exam_tickets(uuid) to rongyi_app, rongyi_self;
comment on function campaign.exam_tickets(uuid) is '报名截止以后的准考证号和座位，不说是谁';

create function campaign.combined(score numeric, points numeric[], file_weight numeric, weights numeric[]) returns numeric
    language sql immutable set search_path = ''
as $$
    select case
        when points is null or file_weight is null then score
        else trim_scale(score * file_weight + (
            select sum(w.weight * p.points)
            from unnest(weights) with ordinality w (weight, n)
            join unnest(points) with ordinality p (points, n) on p.n = w.n))
    end
$$;
comment on function campaign.combined(numeric, numeric[], numeric, numeric[]) is '总分：档案分和每科成绩按权重相加，不四舍五入；没有考试的就是档案分';

-- 名次照总分
create or replace function campaign.standing(of_candidate uuid) returns table (place integer, alike integer, people integer)
    language plpgsql stable security definer set search_path = ''
as $$
begin
    return query
        with me as (
            select c.campaign_id, k.ties, k.priority, x.file_weight, x.weights
            from campaign.candidate c
            join campaign.campaign k on k.id = c.campaign_id
            left join campaign.exam x on x.campaign_id = c.campaign_id
            where c.id = of_candidate and c.left_at is null and k.stage not in ('DRAFT', 'NOTICE')
                and (c.person_id = kernel.self_person() or c.code_now <@ kernel.scope_ranges())
        ),
        stand as (
            select c.id,
                   c.exempt_ground is not null as exempt,
                   me.priority = 'FIRST' and c.priority_ground is not null as first,
                   coalesce(campaign.combined(c.score, c.exam_points, me.file_weight, me.weights), 0) as score,
                   me.priority = 'TIES' and c.priority_ground is not null as preferred,
                   array(
                       select case t.tie when 'MERIT' then c.tie_merit when 'SERVICE' then c.tie_service
                                         when 'HARDSHIP' then c.tie_hardship when 'DISABILITY' then c.tie_disability
                                         else c.tie_age end
                       from unnest(me.ties) with ordinality as t (tie, n)
                       order by t.n) as ties
            from me join campaign.candidate c on c.campaign_id = me.campaign_id and c.left_at is null
        )
        select (count(*) filter (where (s.exempt, s.first, s.score, s.preferred, s.ties)
                                     > (m.exempt, m.first, m.score, m.preferred, m.ties)))::integer + 1,
               (count(*) filter (where (s.exempt, s.first, s.score, s.preferred, s.ties)
                                     = (m.exempt, m.first, m.score, m.preferred, m.ties)))::integer - 1,
               count(*)::integer
        from stand s cross join (select * from stand x where x.id = of_candidate) m
        having count(*) > 0;
end $$;
