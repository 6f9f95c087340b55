-- 发密钥的那一次办理：同一张表再交一次，不再换一把
alter table access.client add column key_grant uuid;
comment on column access.client.key_grant is '发现有这把密钥的那一次办理；以前发的为空';
grant select (key_grant) on access.client to rongyi_app;
