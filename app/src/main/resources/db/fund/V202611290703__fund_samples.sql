-- 抽样回访(docs/decisions/0034)：付讫的里面按统计方法抽一部分，由没有作决定的服务中心(站)问受助人收到没有。
create table fund.sample (
    id         uuid        not null primary key,
    fund_id    uuid        not null references fund.fund,
    code_now   bigint      not null,
    number     text        not null unique,
    first_on   date        not null,
    last_on    date        not null,
    strata     text        not null check (strata in ('COUNTY', 'PURPOSE')),
    confidence integer     not null check (confidence between 50 and 99),
    margin     integer     not null check (margin between 1 and 50),
    population integer     not null check (population > 0),
    size       integer     not null check (size between 1 and population),
    seed       text        not null,
    digest     text        not null,
    drawn_by   uuid        not null,
    drawn_name text        not null,
    drawn_at   timestamptz not null,
    check (first_on <= last_on)
);
comment on table fund.sample is '一次抽样：期间、总体多少、抽多少、种子；有种子和名单的人都能照着重抽';
comment on column fund.sample.confidence is '置信度(%)';
comment on column fund.sample.margin is '允许误差(百分点)';
comment on column fund.sample.seed is '随机种子，抽样时由系统生成，当即进入留痕';
comment on column fund.sample.digest is '总体名单的摘要(SM3)';
create index sample_fund on fund.sample (fund_id, drawn_at desc, id desc);
create index sample_code on fund.sample (code_now);

create table fund.sample_unit (
    sample_id uuid    not null references fund.sample,
    grant_id  uuid    not null references fund.grant_made,
    code_now  bigint  not null,
    stratum   text    not null,
    drawn     boolean not null,
    primary key (sample_id, grant_id)
);
comment on table fund.sample_unit is '总体：期间付讫的每一笔，抽中没有；没有姓名';
create index sample_unit_grant on fund.sample_unit (grant_id);
create index sample_unit_code on fund.sample_unit (code_now);

create table fund.sample_check (
    id            uuid        not null primary key,
    sample_id     uuid        not null references fund.sample,
    fund_id       uuid        not null references fund.fund,
    grant_id      uuid        not null references fund.grant_made,
    code_now      bigint      not null,
    unit_id       uuid        not null,
    unit_name     text        not null,
    paid          bigint      not null check (paid > 0),
    paid_on       date        not null,
    state         text        not null check (state in ('OPEN', 'ANSWERED', 'UNREACHED')),
    received      boolean,
    said_amount   bigint      check (said_amount >= 0),
    said_on       date,
    words         text,
    differs       boolean     not null default false,
    asked_by      uuid,
    asked_name    text,
    asked_at      timestamptz,
    follow_unit   uuid,
    follow_name   text,
    followed_by   uuid,
    followed_name text,
    followed_at   timestamptz,
    follow_words  text,
    unique (sample_id, grant_id),
    check ((state = 'OPEN') = (asked_by is null)),
    check ((state = 'ANSWERED') = (received is not null)),
    check (differs = (follow_unit is not null)),
    check ((followed_by is null) = (follow_words is null))
);
comment on table fund.sample_check is '回访：抽中的一户，问收到没有、多少、哪天；没问到的照实记，不算收到';
comment on column fund.sample_check.code_now is '受助人所在区划，现行代码';
comment on column fund.sample_check.unit_id is '由哪个服务中心(站)去问：不是作决定的单位';
comment on column fund.sample_check.differs is '与账不符：没收到、金额不同、日期差得多';
comment on column fund.sample_check.follow_unit is '与账不符的，由哪个上级单位查';
create index sample_check_unit on fund.sample_check (unit_id, id) where state = 'OPEN';
create index sample_check_follow on fund.sample_check (follow_unit, id) where differs and followed_by is null;
create index sample_check_grant on fund.sample_check (grant_id);
create index sample_check_code on fund.sample_check (code_now);

do $$
declare t text;
begin
    foreach t in array array['sample', 'sample_unit', 'sample_check'] loop
        execute format('alter table fund.%I enable row level security', t);
        execute format('alter table fund.%I force row level security', t);
        execute format('create policy scope on fund.%I to rongyi_app '
                       'using (case when code_now <@ (select kernel.scope_ranges()) then true else false end) '
                       'with check (code_now <@ (select kernel.scope_ranges()))', t);
        execute format('create policy job on fund.%I to rongyi_job using (true)', t);
        execute format('create policy owner on fund.%I for select to rongyi_owner using (true)', t);
        execute format('grant select, insert on fund.%I to rongyi_app', t);
        execute format('grant select, update on fund.%I to rongyi_job', t);
    end loop;
end $$;
grant update (state, received, said_amount, said_on, words, differs, asked_by, asked_name, asked_at, follow_unit, follow_name,
              followed_by, followed_name, followed_at, follow_words) on fund.sample_check to rongyi_app;

-- 公开的抽样：怎么抽的、结果怎样；没有受助人。
create function fund.published_samples(p_fund uuid, p_id uuid)
    returns table (id uuid, fund_id uuid, number text, first_on date, last_on date, strata text, confidence integer,
                   margin integer, population integer, size integer, seed text, digest text, drawn_on date,
                   agreeing bigint, differing bigint, unreached bigint, waiting bigint)
    language sql stable security definer set search_path = '' set timezone = 'Asia/Shanghai'
    as $$
        select s.id, s.fund_id, s.number, s.first_on, s.last_on, s.strata, s.confidence, s.margin, s.population, s.size, s.seed,
               s.digest, s.drawn_at::date,
               count(c.id) filter (where c.state = 'ANSWERED' and not c.differs),
               count(c.id) filter (where c.differs), count(c.id) filter (where c.state = 'UNREACHED'),
               count(c.id) filter (where c.state = 'OPEN')
        from fund.sample s join fund.sample_check c on c.sample_id = s.id
        where s.fund_id = p_fund or s.id = p_id
        group by s.id
        order by s.drawn_at desc, s.id desc
    $$;
create function fund.sample_population(p_id uuid) returns table (grant_id uuid, stratum text, drawn boolean)
    language sql stable security definer set search_path = ''
    as $$ select u.grant_id, u.stratum, u.drawn from fund.sample_unit u where u.sample_id = p_id order by u.grant_id $$;
revoke execute on function fund.published_samples, fund.sample_population from public;
grant execute on function fund.published_samples, fund.sample_population to rongyi_app, rongyi_self;
