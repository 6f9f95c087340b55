-- 没有核对一致的排序，志愿开启以前负责人可以撤下，照单位的文重新填；核对一致的谁也删不了。
grant delete on campaign.post_ranking to rongyi_app;
create policy unconfirmed on campaign.post_ranking as restrictive for delete to rongyi_app using (confirmed_at is null);
