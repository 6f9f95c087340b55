-- 安置活动的方案批准以前没有公布过：拟定时写的可以清除。
do $$
declare
    unpublished constant text := '(select c.id from campaign.campaign c where c.plan_digest is null)';
begin
    insert into removal.holding (place, root, rows, words, sealed, json, files, change, away, fixed)
    select h.place, h.root,
           format('(%s) and %s in %s', h.rows, case h.place when 'campaign.campaign' then 'id' else 'campaign_id' end, unpublished),
           h.words, '{}', '{}', '{}', case h.place when 'campaign.campaign' then 'version = version + 1' end, false, false
    from removal.holding h
    where h.root = 'campaign.campaign' and h.fixed and h.sealed = '{}';
    update removal.holding h
    set rows = format('(%s) and %s not in %s', h.rows, case h.place when 'campaign.campaign' then 'id' else 'campaign_id' end, unpublished)
    where h.root = 'campaign.campaign' and h.fixed;
end $$;
