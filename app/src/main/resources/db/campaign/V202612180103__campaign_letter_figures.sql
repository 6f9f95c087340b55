-- 落实的数据：哪天拒绝记在信上，名单按地方列，以前的信由下一步补记（V202612180320）。
alter table campaign.letter
    add column refused_on      date check (refused_on >= issued_on),
    add column unit_refused_on date check (unit_refused_on >= issued_on),
    add column city   bigint not null generated always as (code_now - code_now % 100000000) stored,
    add column county bigint not null generated always as (code_now - code_now % 1000000) stored,
    add column town   bigint not null generated always as (code_now - code_now % 1000) stored;
comment on column campaign.letter.refused_on is '登记本人拒绝的那天；以前没有记日子的，照开信那天';
comment on column campaign.letter.unit_refused_on is '登记单位拒收的那天，单位后来又接收的也留着；以前没有记日子的，照开信那天';
create index letter_city on campaign.letter (city);
create index letter_county on campaign.letter (county);
create index letter_town on campaign.letter (town);

alter table campaign.letter no force row level security;
update campaign.letter l set refused_on = l.issued_on where l.state = 'REFUSED';
update campaign.letter l set unit_refused_on = l.issued_on where l.state = 'UNIT_REFUSED';
alter table campaign.letter force row level security;
alter table campaign.letter add constraint letter_refused check (
    (state = 'REFUSED') = (refused_on is not null) and (state <> 'UNIT_REFUSED' or unit_refused_on is not null));
