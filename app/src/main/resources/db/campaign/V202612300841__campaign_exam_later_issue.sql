-- 抽座位没有用预告那一期的，写明为什么，公开。
alter table campaign.exam add column source_later text;
comment on column campaign.exam.source_later is '录入的不是预告的时间公布的，为什么；是那时公布的空着';

do $$ begin
    perform removal.holds('campaign.exam', 'campaign.campaign', words => 'source_later', fixed => true, lines => 'campaign_id = $1');
end $$;
