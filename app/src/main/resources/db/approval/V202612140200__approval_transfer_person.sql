-- 谁看过我的档案：收到移送的一方还看不到办件，也要记在本人名下。
alter table approval.transfer add column person_id uuid;
comment on column approval.transfer.person_id is '申请人';
update approval.transfer t set person_id = c.person_id from approval.case_file c where c.id = t.case_id;
alter table approval.transfer alter column person_id set not null;
