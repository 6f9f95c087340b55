-- 留痕封存(docs/decisions/0012)：办理只写入没有索引的小表 fresh；封存作业每几秒把已提交的行移入 entry，编上不缺号的序号，
-- 成批求默克尔根，逐批相链，签名。

alter table audit.entry
    add column purpose text,
    add column before  text,
    add column after   text,
    add column seq     bigint,
    add column batch   bigint;
comment on column audit.entry.purpose is '目的或理由';
comment on column audit.entry.before is '改动之前，各项名称与值(JSON)；加密保存的值不写入';
comment on column audit.entry.after is '改动之后，同上';
comment on column audit.entry.seq is '序号，从 1 起，不缺号；空为封存启用之前的行，等候封存';
comment on column audit.entry.batch is '所在批次';
create unique index entry_seq on audit.entry (seq);
drop index audit.entry_subject; -- 按记录查，也要有按时间排好的路
create index entry_subject on audit.entry (subject, at desc, id desc) where subject is not null;
create index entry_old on audit.entry (at, id) where seq is null; -- 封完旧行即空

create table audit.fresh (
    id          uuid        not null,
    at          timestamptz not null,
    actor_key   text        not null,
    actor_name  text        not null,
    account_id  uuid,
    post_id     uuid,
    unit_id     uuid,
    unit_code   bigint,
    act         text        not null,
    subject     uuid,
    outcome     text        not null,
    done        boolean     not null,
    request_id  text,
    purpose     text,
    before      text,
    after       text
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);
comment on table audit.fresh is '新留痕：已办、尚未封存的行，每几秒封存一次；查留痕 = 已封存 + 新留痕';

create table audit.batch (
    number    bigint      not null primary key,
    old       boolean     not null,
    previous  bytea       not null,
    first_seq bigint      not null,
    size      integer     not null check (size > 0),
    root      bytea       not null,
    leaves    bytea       not null,
    sealed_at timestamptz not null,
    head      bytea       not null,
    key       text        not null,
    signature bytea       not null
);
comment on table audit.batch is '留痕批次：每批的默克尔根、上一批的链头、本批链头与 SM2 签名，只增不改';
comment on column audit.batch.old is '封存启用之前就有的行';
comment on column audit.batch.leaves is '每行的摘要(SM3，各 32 字节)，按序号相接；由根认证，用来指出是哪一行';
comment on column audit.batch.head is '链头 = SM3(批号，上一批链头，首号，行数，根，封存时间)';
comment on column audit.batch.key is '签名密钥的编号';
alter table audit.batch alter column leaves set storage external; -- 摘要压缩不了
create index batch_sealed on audit.batch (sealed_at desc, number desc);

-- 办理的角色只能加；移走是封存作业的事。entry 不再由办理直接写入。
grant insert on audit.fresh to rongyi_app, rongyi_self, rongyi_job;
grant select on audit.fresh to rongyi_app, rongyi_job;
grant delete on audit.fresh to rongyi_job;
revoke insert on audit.entry from rongyi_app, rongyi_self;
grant update (seq, batch) on audit.entry to rongyi_job;
grant select on audit.batch to rongyi_app, rongyi_job;
grant insert on audit.batch to rongyi_job;

alter policy write_all on audit.entry to rongyi_job;
-- 只给还没有序号的旧行编号；编过的，作业也改不了。
create policy number_old on audit.entry for update to rongyi_job using (seq is null) with check (seq is not null);

alter table audit.fresh enable row level security;
alter table audit.fresh force row level security;
create policy write_all on audit.fresh for insert to rongyi_app, rongyi_self, rongyi_job with check (true);
create policy read_scope on audit.fresh for select to rongyi_app
    using (case when unit_code <@ (select kernel.scope_ranges()) then true
                when unit_code is null
                then (select kernel.scope_role()) = 'AUDITOR'
                     and (select kernel.scope_high() - kernel.scope_low()) >= 10000000000
                else false end);
create policy read_job on audit.fresh for select to rongyi_job using (true);
create policy take_job on audit.fresh for delete to rongyi_job using (true);

create view audit.trail with (security_invoker = true) as
select id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code, act, subject, outcome, done, request_id,
       purpose, before, after, seq, batch
from audit.entry
union all
select id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code, act, subject, outcome, done, request_id,
       purpose, before, after, null::bigint, null::bigint
from audit.fresh;
comment on view audit.trail is '留痕：已封存的与新的，一条语句里各见一次；按读者自己的范围';
grant select on audit.trail to rongyi_app, rongyi_job;
