-- 现场选岗的点名：点名未到的，轮到时只等方案公布的那么多秒；本人来了就撤掉
alter table campaign.live add column absent_seconds integer check (absent_seconds between 10 and 3600);
comment on column campaign.live.absent_seconds is '点名未到的，轮到时等多少秒；空的不点名';

alter table campaign.live_turn
    add column absent_at    timestamptz,
    add column absent_words text,
    add constraint live_turn_absent check ((absent_at is null) = (absent_words is null));
comment on column campaign.live_turn.absent_at is '什么时候点名未到；空的没有点过，或者后来到了';
comment on column campaign.live_turn.absent_words is '谁点的名、谁在场见证，公开';

grant update (absent_at, absent_words) on campaign.live_turn to rongyi_self;
-- 本人只能说自己到了
create policy self_is_here on campaign.live_turn for update to rongyi_self
    using (ended_at is null
           and candidate_id in (select c.id from campaign.candidate c where c.person_id = (select kernel.self_person())))
    with check (ended_at is null and absent_at is null
           and candidate_id in (select c.id from campaign.candidate c where c.person_id = (select kernel.self_person())));
