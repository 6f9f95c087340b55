-- 封存志愿：三名保管人各持一份的密钥，每人交来的封存件，开启以后的结果。
create table campaign.sealing_key (
    id           uuid        not null primary key,
    campaign_id  uuid        not null references campaign.campaign,
    code_now     bigint      not null,
    public_key   text        not null check (public_key ~ '^04[0-9a-f]{128}$'),
    slope        text        not null check (slope ~ '^04[0-9a-f]{128}$'),
    made_at      timestamptz not null,
    made_by      text        not null,
    made_account uuid        not null,
    replaced_at  timestamptz
);
comment on table campaign.sealing_key is '一次活动封存志愿用的公钥；私钥从来没有整个存过';
comment on column campaign.sealing_key.public_key is 'SM2 公钥，不压缩，十六进制';
comment on column campaign.sealing_key.slope is '份额的公开承诺：凭它认得出哪一份是假的';
comment on column campaign.sealing_key.replaced_at is '份额没有交齐，什么时候另制了一把';
create unique index sealing_key_current on campaign.sealing_key (campaign_id) where replaced_at is null;
create index sealing_key_code on campaign.sealing_key (code_now);

create table campaign.trustee (
    key_id      uuid        not null references campaign.sealing_key,
    number      integer     not null check (number between 1 and 3),
    code_now    bigint      not null,
    name        text        not null,
    body        text        not null,
    received_at timestamptz,
    received_by text,
    primary key (key_id, number),
    check ((received_at is null) = (received_by is null))
);
comment on table campaign.trustee is '份额的保管人：主办单位以外的三个人，不同单位';
comment on column campaign.trustee.body is '保管人的单位：纪检监察、公证、专项小组';
comment on column campaign.trustee.received_at is '照纸上输回一遍、核对无误，当面收下的时间';
create index trustee_code on campaign.trustee (code_now);

create table campaign.sealed_list (
    id           uuid        not null primary key,
    campaign_id  uuid        not null references campaign.campaign,
    candidate_id uuid        not null references campaign.candidate,
    person_id    uuid        not null,
    code_now     bigint      not null,
    key_id       uuid        not null references campaign.sealing_key,
    sealed       text        not null check (length(sealed) between 100 and 20000),
    commitment   text        not null check (commitment ~ '^[0-9a-f]{64}$'),
    how          text        not null check (how in ('BROWSER', 'SERVER', 'COUNTER')),
    handed_at    timestamptz not null,
    handed_by    text        not null
);
comment on table campaign.sealed_list is '封存的志愿：每交一次一行，最后一次算数';
comment on column campaign.sealed_list.sealed is '用活动的公钥封存的志愿，办事的人读不了';
comment on column campaign.sealed_list.commitment is '志愿和随机数的 SM3 摘要，回执上印着';
comment on column campaign.sealed_list.how is '在哪里封的：本人的浏览器、服务器、窗口';
create index sealed_list_last on campaign.sealed_list (candidate_id, handed_at desc, id desc);
create index sealed_list_campaign on campaign.sealed_list (campaign_id);
create index sealed_list_code on campaign.sealed_list (code_now);

create table campaign.list_opening (
    campaign_id uuid        not null primary key references campaign.campaign,
    code_now    bigint      not null,
    key_id      uuid        not null references campaign.sealing_key,
    one         integer     not null check (one between 1 and 3),
    other       integer     not null check (other between 1 and 3 and other <> one),
    opened_at   timestamptz not null,
    opened_by   text        not null
);
comment on table campaign.list_opening is '志愿的开启：一次活动只有一次，凭哪两份';
create index list_opening_code on campaign.list_opening (code_now);

create table campaign.opened_list (
    id            uuid   not null primary key references campaign.sealed_list,
    campaign_id   uuid   not null references campaign.campaign,
    candidate_id  uuid   not null unique references campaign.candidate,
    person_id     uuid   not null,
    code_now      bigint not null,
    trouble       text,
    detail        text   not null,
    wishes_sealed bytea,
    check (trouble is not null or wishes_sealed is not null)
);
comment on table campaign.opened_list is '开启的结果：每人最后一次交的那份；开不出来的也在，写明原因';
comment on column campaign.opened_list.trouble is '为什么不算';
comment on column campaign.opened_list.wishes_sealed is '开出来的志愿和随机数，SM4 密文';
create index opened_list_campaign on campaign.opened_list (campaign_id);
create index opened_list_code on campaign.opened_list (code_now);

grant select, insert, update on campaign.sealing_key, campaign.trustee to rongyi_app;
grant select, insert on campaign.sealed_list, campaign.list_opening, campaign.opened_list to rongyi_app;
grant select on campaign.sealing_key, campaign.trustee, campaign.sealed_list, campaign.list_opening, campaign.opened_list
    to rongyi_self;
grant insert on campaign.sealed_list to rongyi_self;
grant select, update on campaign.sealing_key, campaign.trustee, campaign.sealed_list, campaign.list_opening,
    campaign.opened_list to rongyi_job;

do $$
declare
    one text;
begin
    foreach one in array array['sealing_key', 'trustee', 'sealed_list', 'list_opening', 'opened_list'] loop
        execute format('alter table campaign.%I enable row level security', one);
        execute format('alter table campaign.%I force row level security', one);
        execute format('create policy scope on campaign.%I to rongyi_app
            using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
            with check (code_now <@ (select kernel.scope_ranges()))', one);
        execute format('create policy job on campaign.%I to rongyi_job using (true) with check (true)', one);
        execute format('create policy owner on campaign.%I for select to rongyi_owner using (true)', one);
    end loop;
end $$;
-- 公钥、保管人是谁、开启没有，方案公布以后谁都看得到
create policy published on campaign.sealing_key for select to rongyi_app, rongyi_self
    using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null));
create policy published on campaign.trustee for select to rongyi_app, rongyi_self
    using (key_id in (select k.id from campaign.sealing_key k));
create policy published on campaign.list_opening for select to rongyi_app, rongyi_self
    using (campaign_id in (select c.id from campaign.campaign c where c.plan_digest is not null));
create policy self on campaign.sealed_list for select to rongyi_self
    using (person_id = (select kernel.self_person()));
create policy self on campaign.opened_list for select to rongyi_self
    using (person_id = (select kernel.self_person()));
-- 本人只能交自己的，只能交进自己参加的活动
create policy self_hands_in on campaign.sealed_list for insert to rongyi_self
    with check (
        person_id = (select kernel.self_person())
        and how in ('BROWSER', 'SERVER')
        and exists (
            select 1 from campaign.candidate c
            where c.id = candidate_id and c.campaign_id = sealed_list.campaign_id and c.person_id = sealed_list.person_id
                and c.left_at is null));

-- 名次：只告诉本人和管得着他的办事单位，前面有几人、完全相同的有几人，不说是谁。名单和得分定下来以前没有名次。
create function campaign.standing(of_candidate uuid) returns table (place integer, alike integer, people integer)
    language plpgsql stable security definer set search_path = ''
as $$
begin
    return query
        with me as (
            select c.campaign_id, k.ties, k.priority
            from campaign.candidate c join campaign.campaign k on k.id = c.campaign_id
            where c.id = of_candidate and c.left_at is null and k.stage not in ('DRAFT', 'NOTICE')
                and (c.person_id = kernel.self_person() or c.code_now <@ kernel.scope_ranges())
        ),
        stand as (
            select c.id,
                   c.exempt_ground is not null as exempt,
                   me.priority = 'FIRST' and c.priority_ground is not null as first,
                   coalesce(c.score, 0) as score,
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
revoke all on function campaign.standing(uuid) from public;
grant execute on function campaign.standing(uuid) to rongyi_app, rongyi_self;
comment on function campaign.standing(uuid) is '一名参加人的名次，不说别人是谁';
