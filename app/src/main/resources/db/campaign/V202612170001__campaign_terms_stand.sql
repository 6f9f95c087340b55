-- 方案审定时照什么算，就一直照什么算：参数以后改了（哪怕生效日期倒填），区划以后变了，已经公示的活动不变。
alter table campaign.campaign
    add column cost_home     integer,
    add column cost_spouse   integer,
    add column cost_priority integer,
    add column pairs_most    integer,
    add column pairs_near    integer,
    add column pairs_spread  integer,
    add column terms_in_text boolean not null default true;
comment on column campaign.campaign.cost_home is '指令性分配：离安置地每远一级几分，审定那天的';
comment on column campaign.campaign.cost_spouse is '指令性分配：离配偶每远一级几分，审定那天的';
comment on column campaign.campaign.cost_priority is '指令性分配：优先对象的距离按百分之几计，审定那天的';
comment on column campaign.campaign.pairs_most is '指令性分配：最多算多少个费用，审定那天的';
comment on column campaign.campaign.pairs_near is '指令性分配：算不下全部时每人算费用最低的几个岗位，审定那天的';
comment on column campaign.campaign.pairs_spread is '指令性分配：算不下全部时每人另加均匀分到的几个岗位，审定那天的';
comment on column campaign.campaign.terms_in_text is '方案全文里有没有写这些；以前审定的没有写，摘要已经公开，不能补';

alter table campaign.post add column place_then bigint;
comment on column campaign.post.place_then is '定名单那天上班的地方，费用照它算；没有定的为空';
alter table campaign.candidate add column home_then bigint, add column spouse_then bigint;
comment on column campaign.candidate.home_then is '定名单那天安置地的村（社区），费用照它算；没有定的为空';
comment on column campaign.candidate.spouse_then is '定名单那天配偶所在的县，费用照它算';

-- 已经审定的，照公示那天到现在为止读出来的算
create function campaign.in_force(p_parameter text, p_on date, p_given integer) returns integer language sql as $$
    select coalesce((select c.number::integer from policy.change c
                     where c.parameter = p_parameter and c.place is null and c.state = 'AGREED'
                       and c.valid_from between date '2018-12-14' and p_on
                     order by c.valid_from desc, c.decided_at desc limit 1), p_given)
$$;
alter table campaign.campaign no force row level security;
alter table campaign.post no force row level security;
alter table campaign.candidate no force row level security;
update campaign.campaign c
set cost_home = campaign.in_force('campaign.cost.home', c.notice_from, 10),
    cost_spouse = campaign.in_force('campaign.cost.spouse', c.notice_from, 5),
    cost_priority = campaign.in_force('campaign.cost.priority', c.notice_from, 150),
    pairs_most = least(10000000, campaign.in_force('campaign.pairs.most', c.notice_from, 10000000)),
    pairs_near = campaign.in_force('campaign.pairs.near', c.notice_from, 10),
    pairs_spread = greatest(1, campaign.in_force('campaign.pairs.spread', c.notice_from, 10)),
    terms_in_text = false
where c.plan_digest is not null;
update campaign.post p set place_then = p.place_now
from campaign.campaign c where c.id = p.campaign_id and c.frozen_at is not null and p.published;
update campaign.candidate k set home_then = k.code_now, spouse_then = k.spouse_now
from campaign.campaign c where c.id = k.campaign_id and c.frozen_at is not null and k.left_at is null;
alter table campaign.campaign force row level security;
alter table campaign.post force row level security;
alter table campaign.candidate force row level security;
drop function campaign.in_force(text, date, integer);

alter table campaign.campaign add constraint campaign_terms check (
    num_nonnulls(cost_home, cost_spouse, cost_priority, pairs_most, pairs_near, pairs_spread)
        = case when plan_digest is null then 0 else 6 end);
alter table campaign.candidate add constraint candidate_then check (spouse_then is null or home_then is not null);
