-- 指令性分配另算能力和等待：岗位要的能力他缺几项、他等了几个半年。以前审定的方案没有写这些，照 0 算，方案全文和摘要不变。
alter table campaign.campaign
    add column cost_ability integer,
    add column cost_waiting integer,
    add column cost_ahead   integer;
comment on column campaign.campaign.cost_ability is '指令性分配：岗位要的能力每缺一项几分，审定那天的；以前审定的为 0';
comment on column campaign.campaign.cost_waiting is '指令性分配：比等得最久的每少等半年几分，审定那天的；以前审定的为 0';
comment on column campaign.campaign.cost_ahead is '指令性分配：优先对象算多等几个半年，审定那天的；以前审定的为 0';

alter table campaign.post add column abilities text[] not null default '{}';
comment on column campaign.post.abilities is '岗位要的能力，名录 campaign.abilities 的代码，从小到大';
alter table campaign.candidate
    add column abilities   text[] not null default '{}',
    add column abilities_account         uuid,
    add column abilities_checked_at      timestamptz,
    add column abilities_checked_by      text,
    add column abilities_checked_account uuid,
    add check (abilities = '{}' or abilities_account is not null),
    add check (abilities_checked_account <> abilities_account),
    add check ((abilities_checked_at is null) = (abilities_checked_account is null)
               and (abilities_checked_at is null) = (abilities_checked_by is null)),
    add column waited_then integer check (waited_then >= 0);
comment on column campaign.candidate.abilities is '他有的能力，名录 campaign.abilities 的代码，另一人核对';
comment on column campaign.candidate.abilities_account is '能力最后是谁登记的；从来没有登记过的为空';
comment on column campaign.candidate.abilities_checked_by is '谁核对了能力，不是登记的人';
comment on column campaign.candidate.waited_then is '定名单那天算等了几个半年，费用照它算；没有定的为空';

alter table campaign.campaign no force row level security;
update campaign.campaign c set cost_ability = 0, cost_waiting = 0, cost_ahead = 0 where c.plan_digest is not null;
alter table campaign.campaign force row level security;

alter table campaign.campaign drop constraint campaign_terms;
alter table campaign.campaign add constraint campaign_terms check (
    num_nonnulls(cost_home, cost_spouse, cost_priority, cost_ability, cost_waiting, cost_ahead, pairs_most, pairs_near, pairs_spread)
        = case when plan_digest is null then 0 else 9 end);
alter table campaign.candidate add constraint candidate_waited check (waited_then is null or home_then is not null);
