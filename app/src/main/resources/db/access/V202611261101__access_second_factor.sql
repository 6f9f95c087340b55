-- 动态验证码（TOTP，RFC 6238）：口令之外的第二种鉴别（GB/T 22239-2019 8.1.4.1 d）。
create table access.second_factor (
    account_id   uuid        not null primary key references access.account,
    secret       bytea       not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
comment on table access.second_factor is '动态验证码:账号所绑手机验证器的密钥';
comment on column access.second_factor.secret is '密钥，加密存放，数据库外的钥匙才能打开';
comment on column access.second_factor.confirmed_at is '本人用验证码确认的时间；空为还没有绑成，登录时不问';
comment on column access.second_factor.last_step is '最近一次用过的 30 秒时段，用过的和更早的不再认';

create table access.recovery_code (
    account_id uuid        not null references access.second_factor on delete cascade,
    hash       text        not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);
comment on table access.recovery_code is '恢复码:手机不在时代替验证码，每个只能用一次；库中只存带钥匙的散列';

create table access.sign_in_step (
    token_hash text        not null primary key,
    account_id uuid        not null references access.account,
    expires_at timestamptz not null
);
comment on table access.sign_in_step is '登录到一半:口令已对，等验证码；几分钟内有效，用过即删';
create index sign_in_step_account on access.sign_in_step (account_id);

grant select, insert, update, delete on access.second_factor to rongyi_app;
grant select, insert, update on access.recovery_code to rongyi_app;
grant select, insert, delete on access.sign_in_step to rongyi_app;

alter table access.account_history drop constraint account_history_change_check;
alter table access.account_history add constraint account_history_change_check
    check (change in ('LOCK', 'UNLOCK', 'DISABLE', 'RESTORE', 'END_SESSIONS', 'LINK', 'RESET_FACTOR'));
