-- 春节、八一慰问：按规则列出的名单、一次批准、随走访签收。
create schema festival;
grant usage on schema festival to rongyi_app, rongyi_self, rongyi_job;

-- 一次慰问，没有任何人的信息：村里也要看得到是谁办的、哪天到期，所以不按范围锁。
create table festival.campaign (
    id            uuid        not null primary key,
    number        text        not null unique,
    festival      text        not null check (festival in ('SPRING', 'ARMY_DAY')),
    year          integer     not null,
    unit_id       uuid        not null,
    unit_name     text        not null,
    place_now     bigint      not null,
    fund_id       uuid        not null references fund.fund,
    day           date        not null,
    way           text        not null check (way in ('TRANSFER', 'CASH')),
    rule          jsonb       not null,
    state         text        not null check (state in ('OPEN', 'APPROVED', 'CLOSED')),
    made_by       uuid        not null,
    made_for      uuid,
    made_name     text        not null,
    made_at       timestamptz not null,
    lines         integer     not null default 0,
    passed_over   integer     not null default 0,
    approved_by   uuid,
    approved_name text,
    approved_at   timestamptz,
    persons       integer,
    money_fen     bigint,
    goods_fen     bigint,
    closed_name   text,
    closed_at     timestamptz,
    closed_why    text,
    freed_fen     bigint,
    check (state <> 'OPEN' or approved_at is null),
    check (state <> 'APPROVED' or approved_at is not null),
    check ((state = 'CLOSED') = (closed_at is not null)),
    constraint campaign_approved_by_another check (approved_by is null or approved_by not in (made_by, coalesce(made_for, made_by)))
);
comment on table festival.campaign is '节日慰问：一个单位一个节日一次';
comment on column festival.campaign.place_now is '办理单位所在区划，现行代码';
comment on column festival.campaign.day is '节日当天：慰问应在这天以前送到';
comment on column festival.campaign.way is '慰问金怎么给：转账(编批)，或者当面发现金';
comment on column festival.campaign.rule is '列名单时用的规则：哪些人、各给多少';
comment on column festival.campaign.lines is '名单编到第几号';
comment on column festival.campaign.passed_over is '符合条件、别的单位同一节日已经列入的人数';
comment on column festival.campaign.freed_fen is '结束时解除了多少承诺(分)';
create unique index campaign_once on festival.campaign (unit_id, festival, year) where state <> 'CLOSED' or approved_at is not null;
create index campaign_place on festival.campaign (place_now, year desc);

create table festival.line (
    id             uuid    not null primary key,
    campaign_id    uuid    not null references festival.campaign,
    occasion       text    not null,
    number         integer not null,
    person_id      uuid    not null,
    person_name    text    not null,
    code_then      bigint  not null,
    code_now       bigint  not null,
    city           bigint  not null generated always as (code_now - code_now % 100000000) stored,
    county         bigint  not null generated always as (code_now - code_now % 1000000) stored,
    town           bigint  not null generated always as (code_now - code_now % 1000) stored,
    grounds        text[]  not null check (cardinality(grounds) > 0),
    ground         text    not null,
    fen            bigint  not null check (fen >= 0),
    goods          text    not null,
    goods_fen      bigint  not null check (goods_fen >= 0),
    state          text    not null check (state in ('LISTED', 'STRUCK', 'FALLEN', 'APPROVED', 'GIVEN', 'NOT_GIVEN')),
    change         text    check (change in ('ADDED', 'STRUCK')),
    change_why     text,
    change_by      uuid,
    change_name    text,
    checked        boolean not null default true,
    checked_name   text,
    payee          text,
    bank           text,
    account_sealed bytea,
    money_grant    uuid,
    goods_grant    uuid,
    visit_id       uuid,
    given_on       date,
    signed_by      text,
    signed_as      text    check (signed_as in ('SELF', 'FAMILY')),
    given_name     text,
    ended_why      text,
    constraint line_once unique (campaign_id, person_id),
    check (fen + goods_fen > 0),
    check ((goods = '') = (goods_fen = 0)),
    check ((state = 'GIVEN') = (visit_id is not null) and (state = 'GIVEN') = (given_on is not null)
           and (state = 'GIVEN') = (signed_by is not null) and (state = 'GIVEN') = (signed_as is not null)),
    check ((account_sealed is null) = (bank is null) and (account_sealed is null) = (payee is null))
);
comment on table festival.line is '慰问名单：每人一行，为什么在名单上、给什么、谁签收的';
comment on column festival.line.occasion is '哪年哪个节日：同一节日全省只给一次';
comment on column festival.line.number is '名单上的序号';
comment on column festival.line.grounds is '符合的各类(名录 festival.ground)';
comment on column festival.line.ground is '按哪一类给：符合几类的按最高的给一次';
comment on column festival.line.fen is '慰问金(分)';
comment on column festival.line.goods is '慰问品';
comment on column festival.line.goods_fen is '慰问品作价(分)';
comment on column festival.line.state is '在名单上、已去掉、已故或迁出、已批准、已送到、没有送到';
comment on column festival.line.change is '村里增加的、村里去掉的';
comment on column festival.line.checked is '村里增减的，镇街核对过';
comment on column festival.line.account_sealed is '收款账号，SM4 密文';
comment on column festival.line.visit_id is '随哪次走访送到';
comment on column festival.line.signed_by is '签收人';
comment on column festival.line.ended_why is '批准以后不再发、结束时没有送到的原因';
create unique index line_once_a_festival on festival.line (person_id, occasion) where state in ('LISTED', 'APPROVED', 'GIVEN');
create index line_campaign on festival.line (campaign_id, number);
create index line_village on festival.line (campaign_id, code_now, number);
create index line_town on festival.line (campaign_id, town, number);
create index line_person on festival.line (person_id);
create index line_visit on festival.line (visit_id) where visit_id is not null;
create index line_given_village on festival.line (code_now, given_on desc, id desc) where state = 'GIVEN';
create index line_given_town on festival.line (town, given_on desc, id desc) where state = 'GIVEN';
create index line_given_county on festival.line (county, given_on desc, id desc) where state = 'GIVEN';
create index line_given_city on festival.line (city, given_on desc, id desc) where state = 'GIVEN';
create index line_given_province on festival.line (given_on desc, id desc) where state = 'GIVEN';

grant select, insert, update on festival.campaign, festival.line to rongyi_app;
grant select (id, number, festival, year, unit_name, day, way, state) on festival.campaign to rongyi_self;
grant select (id, campaign_id, person_id, fen, goods, state, given_on, signed_by, signed_as) on festival.line to rongyi_self;
grant select, update on festival.campaign, festival.line to rongyi_job;

alter table festival.line enable row level security;
alter table festival.line force row level security;
create policy scope on festival.line to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on festival.line for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on festival.line to rongyi_job using (true) with check (true);
create policy owner on festival.line for select to rongyi_owner using (true);
create policy follow on festival.line for update to rongyi_owner using (true);

-- 同一节日，这些人里谁已经在别处的名单上；只对管着这个人的单位说，只说是哪个单位。
create function festival.listed_elsewhere(p_persons uuid[], p_occasion text) returns table (person_id uuid, unit_name text)
    language sql stable security definer set search_path = ''
    as $$
        select l.person_id, c.unit_name
        from festival.line l
        join festival.campaign c on c.id = l.campaign_id
        where l.person_id = any(p_persons) and l.occasion = p_occasion and l.state in ('LISTED', 'APPROVED', 'GIVEN')
          and exists (select from visit.contact v
                      where v.person_id = l.person_id and v.code_now <@ (select kernel.scope_ranges()))
    $$;
comment on function festival.listed_elsewhere(uuid[], text) is '同一节日已经列入的人和列他的单位';

-- 换了由别处联系：在办理单位的地方以内的，名单随之归那里；出了那里，没批准的退出名单，批准了的留在原处等县局决定。
create function festival.hand_over(p_person uuid, p_code bigint, p_above bigint[]) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        v_line record;
    begin
        for v_line in
            select l.id, l.state, l.code_now, array_remove(array[l.money_grant, l.goods_grant], null) as grants,
                   c.place_now = any(p_above) as within
            from festival.line l
            join festival.campaign c on c.id = l.campaign_id
            where l.person_id = p_person and l.state in ('LISTED', 'APPROVED')
            order by l.id
            for update of l
        loop
            if v_line.within then
                update festival.line l set code_now = p_code where l.id = v_line.id;
                perform fund.move_grants(v_line.grants, p_code);
            elsif v_line.state = 'LISTED' then
                update festival.line l set state = 'FALLEN', ended_why = '换了由别处联系' where l.id = v_line.id;
            end if;
        end loop;
    end $$;
comment on function festival.hand_over(uuid, bigint, bigint[]) is '联系责任移交后，还没送到的慰问随人走';

revoke all on function festival.listed_elsewhere(uuid[], text), festival.hand_over(uuid, bigint, bigint[]) from public;
grant execute on function festival.listed_elsewhere(uuid[], text), festival.hand_over(uuid, bigint, bigint[]) to rongyi_app;
