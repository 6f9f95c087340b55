-- 每个岗位现在有几个人选：审定的结果，加上以后的改派。
create view campaign.seated with (security_invoker = true) as
    select s.campaign_id, s.post_id, sum(s.seats)::integer as seats
    from (select f.campaign_id, f.post_id, f.seats
          from campaign.filled f
          join campaign.run r on r.id = f.run_id and r.campaign_id = f.campaign_id
          where r.approved_at is not null
          union all
          select m.campaign_id, m.to_post, 1 from campaign.move m where m.to_post is not null
          union all
          select m.campaign_id, m.from_post, -1 from campaign.move m where m.from_post is not null) s
    group by s.campaign_id, s.post_id;
comment on view campaign.seated is '每个岗位现在有几个人选，公开的；不写是谁';

grant select on campaign.seated to rongyi_app, rongyi_self;
