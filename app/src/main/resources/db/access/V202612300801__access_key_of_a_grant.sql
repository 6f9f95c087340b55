-- 发密钥的那一次办理：同一张表再交一次，不再换一把
alter table access.client add column key_due uuid;
comment on column access.client.key_due is '准许发密钥、还没有发出的那一次办理；发出一把就没有了';
grant select (key_due) on access.client to rongyi_app;
