-- 管理员代为登记统一身份：系统管理员登记，安全管理员确认以后才能用来登录（一人不能独自进入别人的账号）。
alter table access.identity add column waiting boolean not null default false;
alter table access.identity add column proposed_by uuid references access.account;
comment on column access.identity.waiting is '由系统管理员登记，等安全管理员确认；确认以前不能用来登录';
comment on column access.identity.proposed_by is '登记的系统管理员；空为账号本人绑定';
