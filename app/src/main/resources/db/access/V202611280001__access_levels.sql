-- 实名等级：本人账号是怎样开通的、这次是怎样登录的，决定能办哪些事（二级自行填报、三级数据核验、四级实人、五级证书或窗口）。
alter table access.account add column level smallint not null default 2 check (level between 2 and 5);
comment on column access.account.level is '用口令登录时的实名等级：窗口核对身份证开通的为五级，其余为二级';

alter table access.session add column level smallint not null default 2 check (level between 2 and 5);
comment on column access.session.level is '这次登录的实名等级';

alter table access.sign_in_step add column level smallint not null default 2 check (level between 2 and 5);
comment on column access.sign_in_step.level is '验证码填对以后，会话的实名等级';

alter table access.account_history drop constraint account_history_change_check;
alter table access.account_history add constraint account_history_change_check
    check (change in ('LOCK', 'UNLOCK', 'DISABLE', 'RESTORE', 'END_SESSIONS', 'LINK', 'RESET_FACTOR', 'COUNTER',
                      'ASSIGN_IDENTITY', 'CONFIRM_IDENTITY', 'REMOVE_IDENTITY'));
