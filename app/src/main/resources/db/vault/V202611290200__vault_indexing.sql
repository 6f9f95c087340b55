-- 更换盲索引的密钥：换用期间两把密钥都在用，每一列盲索引旁边有一列 …_next。到了哪一步只记在这里，写入的人在自己的事务里按同一步写。
create table vault.indexing (
    one     boolean not null primary key default true check (one),
    stage   text    not null check (stage in ('STEADY', 'ANNOUNCED', 'FILLING', 'MOVING', 'CLEARING')),
    version integer not null,
    next    integer,
    check ((stage = 'STEADY') = (next is null))
);
comment on table vault.indexing is '盲索引用哪一版密钥，换到哪一步；至多一行，没有更换过则没有';
comment on column vault.indexing.stage is '步骤：未在更换、已有新密钥、补写第二列、换入第一列、清空第二列';
comment on column vault.indexing.version is '在用的密钥';
comment on column vault.indexing.next is '换用的新密钥；未在更换为空';

create table vault.reindexing (
    place   text        not null,
    version integer     not null,
    stage   text        not null,
    after   text,
    changed bigint      not null default 0,
    done_at timestamptz,
    primary key (place, version, stage)
);
comment on table vault.reindexing is '更换盲索引密钥：各列每一步做到哪里了';
comment on column vault.reindexing.place is '盲索引列，表.列';
comment on column vault.reindexing.changed is '这一步改了多少行';
comment on column vault.reindexing.done_at is '这一步一行不剩的时间';

grant select on vault.indexing to rongyi_app, rongyi_self, rongyi_job;
grant usage on schema vault to rongyi_self;
grant insert, update (stage, next) on vault.indexing to rongyi_app;
grant update on vault.indexing to rongyi_job;
grant select on vault.reindexing to rongyi_app;
grant select, insert, update on vault.reindexing to rongyi_job;
