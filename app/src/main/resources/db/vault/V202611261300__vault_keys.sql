-- 密钥本身在数据库之外(keys/vault.properties)。库里只记每把密钥对一句固定文字算出的标记：换了密钥，一启动就认得出来。
create schema vault;
grant usage on schema vault to rongyi_app, rongyi_job;

create table vault.key (
    name         text        not null primary key,
    id           uuid        not null unique,
    mark         text        not null,
    since        timestamptz not null,
    destroyed_at timestamptz,
    account_id   uuid,
    reason       text        not null default ''
);
comment on table vault.key is '密钥的生平：index 盲索引，fingerprint 指纹，seal.N 第 N 版封存密钥';
comment on column vault.key.mark is '密钥对固定文字的 SM3-HMAC，用来认出密钥，推不出密钥';
comment on column vault.key.destroyed_at is '销毁时间；此后启动不再需要它';
comment on column vault.key.account_id is '更换或销毁的人';
comment on column vault.key.reason is '更换或销毁的理由';

create table vault.resealing (
    place    text        not null primary key,
    version  integer     not null,
    began_at timestamptz not null,
    after    text,
    pass     integer     not null default 0,
    resealed bigint      not null default 0,
    done_at  timestamptz
);
comment on table vault.resealing is '重新封存：更换密钥后，各处换到哪里了';
comment on column vault.resealing.place is '封存处，一般为 表.列';
comment on column vault.resealing.began_at is '本遍开始的时间';
comment on column vault.resealing.pass is '本遍换了多少';
comment on column vault.resealing.done_at is '整整一遍没有再见到旧密钥的时间';

grant select, insert, update on vault.key to rongyi_app, rongyi_job;
grant select on vault.resealing to rongyi_app;
grant select, insert, update on vault.resealing to rongyi_job;
