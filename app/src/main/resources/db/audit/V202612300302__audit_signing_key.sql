-- 更换签名密钥：密钥在数据库之外（keys/signing.properties），那里也记着换下的密钥签到哪一批、那批的链头。
create table audit.signing_key (
    id       uuid        not null primary key,
    key      text        not null unique,
    replaced text        not null,
    after    bigint      not null check (after >= 0),
    at       timestamptz not null,
    reason   text        not null
);
comment on table audit.signing_key is '更换过的签名密钥，只增不改；启用以来的第一把不在内';
comment on column audit.signing_key.key is '换用的密钥的编号';
comment on column audit.signing_key.replaced is '换下的密钥的编号';
comment on column audit.signing_key.after is '换下的密钥签到哪一批为止；还没有封存过为 0';
comment on column audit.signing_key.reason is '为什么更换';
grant select, insert on audit.signing_key to rongyi_app;
grant select on audit.signing_key to rongyi_job;
