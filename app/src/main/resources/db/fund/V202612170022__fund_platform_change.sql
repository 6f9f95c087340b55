-- 网上捐赠的页面换了、撤下了：一人提出、另一人核定。资金的那一行是设立时的，凭证认得它，不改；以最近核定的为准。
create table fund.platform_change (
    id            uuid        not null primary key,
    fund_id       uuid        not null references fund.fund,
    address       text        not null check (length(address) <= 300),
    reason        text        not null check (reason <> ''),
    state         text        not null check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED')),
    proposed_by   uuid        not null,
    proposed_for  uuid,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_name  text,
    decided_at    timestamptz,
    decided_words text,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint platform_by_another check (state <> 'CONFIRMED' or decided_by not in (proposed_by, coalesce(proposed_for, proposed_by)))
);
comment on table fund.platform_change is '更换网上捐赠的页面：只能在民政部指定的互联网募捐平台上，一人提出、另一人核定';
comment on column fund.platform_change.address is '慈善组织在指定平台上的页面；空为撤下';
comment on column fund.platform_change.reason is '为什么换，慈善组织的来函';
comment on column fund.platform_change.decided_words is '没有核定的理由';
create unique index platform_change_open on fund.platform_change (fund_id) where state = 'PROPOSED';
create index platform_change_now on fund.platform_change (fund_id, decided_at desc, id desc) where state = 'CONFIRMED';
create index platform_change_fund on fund.platform_change (fund_id, proposed_at desc, id desc);
grant select, insert on fund.platform_change to rongyi_app;
grant update (state, decided_by, decided_name, decided_at, decided_words) on fund.platform_change to rongyi_app;
grant select (id, fund_id, address, state, decided_at) on fund.platform_change to rongyi_self;
grant select on fund.platform_change to rongyi_job;

select audit.watch('fund.platform_change', audit.columns_but('fund.platform_change'));
