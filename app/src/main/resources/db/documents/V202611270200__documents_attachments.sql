create table documents.attachment (
    id          uuid        not null primary key,
    series      uuid        not null,
    version     integer     not null check (version > 0),
    latest      boolean     not null default true,
    owner_kind  text        not null,
    owner_id    uuid        not null,
    person_id   uuid,
    code_then   bigint      not null,
    code_now    bigint      not null,
    kind        text        not null,
    kind_name   text        not null,
    name        text        not null,
    media_type  text        not null check (media_type in ('image/jpeg', 'application/pdf')),
    size        bigint      not null check (size > 0),
    pages       integer     not null check (pages > 0),
    file_id     text,
    preview_id  text,
    scanned     boolean     not null,
    added_at    timestamptz not null,
    added_by    text        not null,
    added_post  uuid,
    added_unit  uuid,
    added_unit_name text    not null,
    away_at     timestamptz,
    away_by     text,
    away_unit_name text,
    away_reason text,
    unique (series, version),
    check ((away_at is null) = (away_reason is null)),
    check ((file_id is null) = (preview_id is null)),
    check (file_id is not null or away_at is not null)
);
comment on table documents.attachment is '附件：各类记录所附的文件；只撤下，不删除登记';
comment on column documents.attachment.series is '同一份文件各版本共用';
comment on column documents.attachment.latest is '是否最新版本';
comment on column documents.attachment.owner_kind is '所属记录的种类，如 approval.case';
comment on column documents.attachment.person_id is '本人；本人可看自己的附件';
comment on column documents.attachment.code_then is '收件时的区划代码';
comment on column documents.attachment.code_now is '现行代码，决定谁能看';
comment on column documents.attachment.kind is '附件种类代码，由所属记录的房间规定';
comment on column documents.attachment.kind_name is '附件种类名称，收件时的说法';
comment on column documents.attachment.name is '文件名，已去掉路径、控制字符和长号码';
comment on column documents.attachment.file_id is '内容；撤下满保留期后删除，为空';
comment on column documents.attachment.preview_id is '缩略图或首页图';
comment on column documents.attachment.scanned is '是否经过病毒查杀';
comment on column documents.attachment.away_at is '撤下时间；为空即在用';
create index attachment_owner on documents.attachment (owner_kind, owner_id, added_at, id);
create index attachment_file on documents.attachment (file_id) where file_id is not null;
create index attachment_preview on documents.attachment (preview_id) where preview_id is not null;
create index attachment_away on documents.attachment (away_at) where away_at is not null and file_id is not null;
create index attachment_code on documents.attachment (code_now);

create table documents.draft_file (
    id         uuid        not null primary key,
    command_id uuid        not null,
    holder     text        not null,
    person_id  uuid,
    code_now   bigint,
    kind       text        not null,
    kind_name  text        not null,
    name       text        not null,
    media_type text        not null,
    size       bigint      not null,
    pages      integer     not null,
    file_id    text        not null,
    preview_id text        not null,
    scanned    boolean     not null,
    kept_at    timestamptz not null,
    check ((person_id is null) <> (code_now is null)),
    unique (command_id, holder, file_id)
);
comment on table documents.draft_file is '表单提交前已选的文件：表单有错退回时不用再选；不提交则到期清除';
comment on column documents.draft_file.command_id is '表单的命令号';
comment on column documents.draft_file.holder is '谁的表单，如 office:账号';
comment on column documents.draft_file.person_id is '本人填表时的人员编号';
comment on column documents.draft_file.code_now is '工作人员填表时其单位的区划代码';
create index draft_file_file on documents.draft_file (file_id);
create index draft_file_preview on documents.draft_file (preview_id);
create index draft_file_kept on documents.draft_file (kept_at);

grant select, insert, update (latest, away_at, away_by, away_unit_name, away_reason) on documents.attachment to rongyi_app;
grant select, insert on documents.attachment to rongyi_self;
grant select, update (code_now, file_id, preview_id) on documents.attachment to rongyi_job;
grant select, insert, delete on documents.draft_file to rongyi_app, rongyi_self;
grant select, update (code_now), delete on documents.draft_file to rongyi_job;
grant insert, update (created_at) on documents.file to rongyi_self;

do $$
declare
    t text;
begin
    foreach t in array array['attachment', 'draft_file'] loop
        execute format('alter table documents.%I enable row level security', t);
        execute format('alter table documents.%I force row level security', t);
        execute format(
            'create policy scope on documents.%I to rongyi_app
                 using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
                 with check (code_now <@ (select kernel.scope_ranges()))', t);
        execute format(
            'create policy self on documents.%I to rongyi_self
                 using (person_id = (select kernel.self_person()))
                 with check (person_id = (select kernel.self_person()))', t);
        execute format('create policy job on documents.%I to rongyi_job using (true)', t);
    end loop;
end
$$;
