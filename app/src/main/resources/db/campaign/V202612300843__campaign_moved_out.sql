-- 还没有开介绍信的也可以照书面决定撤出岗位：没有信可以撤回，记在他的结果上；结果本身不动。
alter table campaign.placed add column moved_out_at timestamptz;
comment on column campaign.placed.moved_out_at is '照书面决定撤出岗位的时刻；有介绍信的撤回介绍信，这里空着';
grant update (moved_out_at) on campaign.placed to rongyi_app;

create function campaign.has_no_post(p campaign.placed) returns boolean
    language sql stable
    return (p.post_id is null or p.moved_out_at is not null
            or exists (select from campaign.letter l where l.placed_id = p.id and l.state = 'WITHDRAWN'))
           and not exists (select from campaign.letter l where l.placed_id = p.id and l.state <> 'WITHDRAWN');
comment on function campaign.has_no_post(campaign.placed) is '审定的结果里没有岗位，或者照书面决定撤出了，后来也没有改派到别的岗位';
revoke all on function campaign.has_no_post(campaign.placed) from public;
grant execute on function campaign.has_no_post(campaign.placed) to rongyi_app, rongyi_self, rongyi_job;
