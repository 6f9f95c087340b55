-- 募捐提前结束、延长：一人凭文件提出、另一人核定。方案的那一行是备案时的，不改；以最近核定的为准，结束后全面公开从那天算起。
create table fund.plan_end (
    id            uuid        not null primary key,
    plan_id       uuid        not null,
    fund_id       uuid        not null references fund.fund,
    ends_before   date        not null,
    ends_on       date        not null,
    document      text        not null check (document <> ''),
    document_on   date        not null,
    reason        text        not null check (reason <> ''),
    state         text        not null check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED')),
    proposed_by   uuid        not null,
    proposed_for  uuid,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_for   uuid,
    decided_name  text,
    decided_at    timestamptz,
    decided_words text,
    foreign key (fund_id, plan_id) references fund.raising_plan (fund_id, id),
    check (ends_on <> ends_before),
    constraint plan_end_prolonged_in_time check (ends_on < ends_before or document_on <= ends_before),
    constraint plan_end_answered
        check ((state = 'PROPOSED') = (decided_by is null) and num_nonnulls(decided_by, decided_name, decided_at) in (0, 3)),
    constraint plan_end_by_another
        check (state <> 'CONFIRMED' or not array[decided_by, decided_for] && array[proposed_by, coalesce(proposed_for, proposed_by)])
);
comment on table fund.plan_end is '募捐提前结束、延长：一人凭备案变更的文件提出、另一人核定；以最近核定的为准';
comment on column fund.plan_end.ends_before is '提出时的结束日期';
comment on column fund.plan_end.ends_on is '改到哪天结束，募捐的最后一天';
comment on column fund.plan_end.document is '凭什么：变更备案编号、停止募捐的文件，公开';
comment on column fund.plan_end.document_on is '文件的日期；延长的不晚于原来的结束日期';
comment on column fund.plan_end.reason is '为什么提前、延长，公开';
comment on column fund.plan_end.decided_words is '没有核定的理由';
create unique index plan_end_open on fund.plan_end (plan_id) where state = 'PROPOSED';
create index plan_end_plan on fund.plan_end (plan_id, proposed_at desc, id desc);
create index plan_end_now on fund.plan_end (plan_id, decided_at desc, id desc) where state = 'CONFIRMED';
create index plan_end_fund on fund.plan_end (fund_id, plan_id);
grant select, insert on fund.plan_end to rongyi_app;
grant update (state, decided_by, decided_for, decided_name, decided_at, decided_words) on fund.plan_end to rongyi_app;
grant select on fund.plan_end to rongyi_job;

select audit.watch('fund.plan_end', audit.columns_but('fund.plan_end'));

-- 一个方案现在到哪天结束
create function fund.plan_ends_on(p_plan uuid, p_filed date) returns date
    language sql stable set search_path = ''
    return coalesce((select c.ends_on from fund.plan_end c
                     where c.plan_id = p_plan and c.state = 'CONFIRMED'
                     order by c.decided_at desc, c.id desc limit 1), p_filed);
revoke execute on function fund.plan_ends_on(uuid, date) from public;
grant execute on function fund.plan_ends_on(uuid, date) to rongyi_app, rongyi_job;

-- 公开的募捐方案：结束日期照最近核定的。
create or replace function fund.published_plans(p_fund uuid)
    returns table (id uuid, title text, filing text, filed_on date, starts_on date, ends_on date, area text, purpose text,
                   ways text[], leader text, remainder text, emergency boolean)
    language sql stable security definer set search_path = ''
    as $$
        select p.id, p.title, p.filing, p.filed_on, p.starts_on, fund.plan_ends_on(p.id, p.ends_on), p.area, p.purpose, p.ways,
               p.leader, p.remainder, p.emergency
        from fund.raising_plan p
        where p.fund_id = p_fund
        order by p.starts_on desc, p.id desc
    $$;

-- 一项资金的方案改过几次结束日期，公开：没有谁签的字。
create function fund.published_plan_ends(p_fund uuid)
    returns table (plan_id uuid, ends_before date, ends_on date, document text, document_on date, reason text, decided_on date)
    language sql stable security definer set search_path = '' set timezone = 'Asia/Shanghai'
    as $$
        select c.plan_id, c.ends_before, c.ends_on, c.document, c.document_on, c.reason, c.decided_at::date
        from fund.plan_end c
        where c.fund_id = p_fund and c.state = 'CONFIRMED'
        order by c.decided_at, c.id
    $$;
revoke execute on function fund.published_plan_ends(uuid) from public;
grant execute on function fund.published_plan_ends(uuid) to rongyi_app, rongyi_self;
