-- 区划合并后，一个村可能有两个站同时服务：由人确认，确认之前列为待办。
alter table organisation.territory add column agreed boolean not null default false;
comment on column organisation.territory.agreed is '与别的站同时服务，已经确认';
