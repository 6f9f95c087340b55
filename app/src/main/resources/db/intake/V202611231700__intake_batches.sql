create schema intake;
comment on schema intake is '导入：上传的文件、逐行结果与整批撤回';
grant usage on schema intake to rongyi_app, rongyi_job;

create table intake.batch (
    id         uuid        not null primary key,
    kind       text        not null,
    unit_id    uuid        not null,
    code_now   bigint      not null,
    account_id uuid        not null,
    post_id    uuid        not null,
    by_name    text        not null,
    file_name  text        not null,
    digest     text        not null,
    pieces     text[]      not null,
    titles     text[]      not null,
    ignored    text[]      not null,
    state      text        not null check (state in
        ('UPLOADED', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'WITHDRAWING', 'WITHDRAWN')),
    note       text        not null default '',
    stumbles   integer     not null default 0,
    next_row   integer     not null default 0,
    total      integer     not null default 0,
    good       integer     not null default 0,
    known      integer     not null default 0,
    refused    integer     not null default 0,
    kept       integer     not null default 0,
    preview    bytea,
    created_at timestamptz not null
);
comment on table intake.batch is '导入批次：一次上传为一批';
comment on column intake.batch.kind is '导入什么：persons 人员，stations 机构，staff 工作人员';
comment on column intake.batch.code_now is '导入单位所在的现行区划代码';
comment on column intake.batch.account_id is '最近一次上传或开始的人，导入以其现有权限进行';
comment on column intake.batch.digest is '文件内容的密钥摘要：同一单位同一文件只有一批';
comment on column intake.batch.pieces is '封存文件各段的编号，按顺序';
comment on column intake.batch.titles is '上传文件的表头';
comment on column intake.batch.ignored is '模板里没有、未导入的列';
comment on column intake.batch.state is '待核对、待开始、导入中、已完成、不能读取、撤回中、已撤回';
comment on column intake.batch.stumbles is '同一处接连出错的次数';
comment on column intake.batch.next_row is '已处理到的行号';
comment on column intake.batch.good is '核对时为可导入行数，导入后为已导入行数';
comment on column intake.batch.known is '系统里已有、不再重复导入的行数';
comment on column intake.batch.refused is '退回的行数';
comment on column intake.batch.kept is '撤回时因已有后续记录而保留的行数';
comment on column intake.batch.preview is '前几行可导入数据，SM4 密文';
create unique index batch_file on intake.batch (unit_id, kind, digest) where state not in ('FAILED', 'WITHDRAWN');
create index batch_unit on intake.batch (unit_id, created_at desc);
create index batch_pending on intake.batch (created_at) where state in ('UPLOADED', 'RUNNING', 'WITHDRAWING');
create index batch_code on intake.batch (code_now);

create table intake.row (
    batch_id   uuid    not null references intake.batch,
    row_number integer not null,
    state      text    not null check (state in ('IMPORTED', 'KNOWN', 'REFUSED', 'WITHDRAWN', 'KEPT')),
    subject    uuid,
    content    bytea,
    primary key (batch_id, row_number),
    check ((state in ('REFUSED', 'KEPT')) = (content is not null))
);
comment on table intake.row is '导入行：每行的结果';
comment on column intake.row.row_number is '行号，与表格里所见一致';
comment on column intake.row.state is '已导入、已有、退回、已撤回、撤回时保留';
comment on column intake.row.subject is '导入所建的记录';
comment on column intake.row.content is '退回行的原文与原因，SM4 密文';
create index row_state on intake.row (batch_id, state, row_number);

grant select, insert, update on intake.batch to rongyi_app;
grant select on intake.row to rongyi_app;
grant select, insert, update, delete on all tables in schema intake to rongyi_job;

alter table intake.batch enable row level security;
alter table intake.batch force row level security;
create policy scope on intake.batch to rongyi_app
    using (code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high())
           and ((select kernel.scope_ranges()) is null or code_now <@ (select kernel.scope_ranges())))
    with check (true);
create policy job on intake.batch to rongyi_job using (true);
create policy owner on intake.batch for select to rongyi_owner using (true);

alter table intake.row enable row level security;
alter table intake.row force row level security;
create policy scope on intake.row for select to rongyi_app
    using (exists (select from intake.batch b where b.id = row.batch_id));
create policy job on intake.row to rongyi_job using (true);
