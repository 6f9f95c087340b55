-- 准许发链接的那一次办理：同一张表再交，只换得到还没用过、没过期的那一个；用过了，要再办一次
alter table access.link add column granted_by uuid;
comment on column access.link.granted_by is '准许发它的那一次办理；首个管理员的、随账号开立的为空';
