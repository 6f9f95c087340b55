-- 介绍信哪一刻开的：改派以后的新信另外告诉一次。
alter table campaign.letter add column issued_at timestamptz;
comment on column campaign.letter.issued_at is '哪一刻开的；以前没有记时刻的，照开信那天的零点';

alter table campaign.letter no force row level security;
update campaign.letter l set issued_at = l.issued_on::timestamp at time zone 'Asia/Shanghai';
alter table campaign.letter force row level security;
alter table campaign.letter alter column issued_at set not null;
