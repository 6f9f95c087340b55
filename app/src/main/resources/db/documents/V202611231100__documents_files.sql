create schema documents;
comment on schema documents is '文件：照片与附件的登记，内容封存在文件目录';
grant usage on schema documents to rongyi_app, rongyi_self, rongyi_job;

create table documents.file (
    id         text        not null primary key check (id ~ '^[0-9a-f]{64}$'),
    size       bigint      not null check (size >= 0),
    media_type text        not null,
    created_at timestamptz not null
);
comment on table documents.file is '文件：每份内容一行；谁能看由引用它的记录决定';
comment on column documents.file.id is '内容的密钥摘要，也是封存文件的名字';
comment on column documents.file.size is '内容的字节数（未封存时）';
comment on column documents.file.media_type is '内容类型，如 image/jpeg';
comment on column documents.file.created_at is '最近一次存入的时间；一天后仍无人引用即清除';

grant select, insert, update (created_at) on documents.file to rongyi_app;
grant select on documents.file to rongyi_self;
grant select, insert, update (created_at), delete on documents.file to rongyi_job;
