-- 抽座位的来源什么时候公布的：定考场以前公布的不能用。
alter table campaign.exam add column source_published_at timestamptz;
comment on column campaign.exam.source_published_at is '录入的那个数值是什么时候公布的；以前录入的没有记';
