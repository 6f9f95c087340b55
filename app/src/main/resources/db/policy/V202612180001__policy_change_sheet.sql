-- 整表变更：一份文件定的许多取值一起提出，一起审核
alter table policy.change add column sheet uuid;
comment on column policy.change.sheet is '整表变更的编号，即表中第一项的编号；单独提出的为空';
create index change_by_sheet on policy.change (sheet) where sheet is not null;
