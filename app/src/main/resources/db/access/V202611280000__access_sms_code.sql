-- 手机验证码登录：本人凭身份证号和档案里的手机号取得验证码。填的人有没有档案，都写一行。
create table access.sms_code (
    token_hash text        not null primary key,
    code_hash  text        not null,
    number_key text        not null,
    person_id  uuid,
    tries      integer     not null default 0,
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table access.sms_code is '登录验证码：几分钟内有效，填错几次即作废，用一次即作废';
comment on column access.sms_code.token_hash is '取验证码的浏览器所持令牌的散列：别的浏览器填同样的验证码没有用';
comment on column access.sms_code.code_hash is '验证码带钥匙的散列，看不出是多少';
comment on column access.sms_code.number_key is '所填身份证号带钥匙的散列，只用来数填错的次数';
comment on column access.sms_code.person_id is '号码和手机都对得上的人员；空为对不上，填什么都不对';
comment on column access.sms_code.tries is '填过的次数';
create index sms_code_expires on access.sms_code (expires_at);

grant select, insert, update on access.sms_code to rongyi_app;
grant select, delete on access.sms_code to rongyi_job;

-- 一人一个本人账号：两处同时首次登录，只开通一个。
create unique index account_person on access.account (person_id) where person_id is not null;
