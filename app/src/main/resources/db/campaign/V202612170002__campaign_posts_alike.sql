-- 导入岗位时每一行都要找有没有一样的：照单位和文号找，不把一个活动的岗位都读一遍
create index post_alike on campaign.post (campaign_id, credit_code, paper);
