-- 亲属代办人的账号：在窗口凭委托开通，不是工作人员，也没有档案。
alter table access.account add column kin boolean not null default false;
comment on column access.account.kin is '亲属代办人的账号：凭委托在窗口开通';
alter table access.account add constraint account_kin_has_no_file check (not (kin and person_id is not null));

alter table access.session add column mandate_id uuid;
comment on column access.session.mandate_id is '正在凭哪一份亲属委托办事；空为本人、工作人员';
