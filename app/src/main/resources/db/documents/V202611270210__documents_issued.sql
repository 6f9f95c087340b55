create table documents.serial (
    unit_id uuid    not null,
    kind    text    not null,
    year    integer not null,
    last    integer not null check (last > 0),
    primary key (unit_id, kind, year)
);
comment on table documents.serial is '文号流水：每单位、每种类、每年一条，随签发的事务递增，不跳号';

create table documents.issued (
    id          uuid        not null primary key,
    number      text        not null unique,
    document_number text    not null,
    check_code  text        not null,
    kind        text        not null,
    kind_name   text        not null,
    title       text        not null,
    owner_kind  text        not null,
    owner_id    uuid        not null,
    edition     integer     not null,
    person_id   uuid,
    person_name text,
    code_then   bigint      not null,
    code_now    bigint      not null,
    unit_id     uuid        not null,
    unit_name   text        not null,
    year        integer     not null,
    serial      integer     not null,
    check_page  text        not null,
    issued_on   date        not null,
    issued_at   timestamptz not null,
    issued_by   text        not null,
    issued_post uuid,
    file_id     text        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    pages       integer     not null check (pages > 0),
    missing     text[]      not null default '{}',
    seal_kind   text        not null,
    seal_key    text        not null,
    seal        text        not null,
    state       text        not null default 'VALID' check (state in ('VALID', 'REVOKED', 'REPLACED')),
    state_at    timestamptz not null,
    state_by    text        not null,
    state_reason text       not null default '',
    replaced_by text,
    unique (unit_id, kind, year, serial),
    unique (owner_kind, owner_id, kind, edition),
    check ((state = 'REPLACED') = (replaced_by is not null))
);
comment on table documents.issued is '签发的文件：文号、内容摘要、查验状态';
comment on column documents.issued.number is '文件编号，公开查验用';
comment on column documents.issued.document_number is '文号，如 四退役函〔2026〕12号';
comment on column documents.issued.check_code is '校验码，印在文件上';
comment on column documents.issued.edition is '所属记录的版本；同一版本只签发一次';
comment on column documents.issued.sha256 is '文件的 SHA-256';
comment on column documents.issued.missing is '字库中没有、印成 〓 的字的编码';
comment on column documents.issued.seal_kind is '签名种类；SM2 为系统签名，非法定电子印章';
comment on column documents.issued.state is '有效、已撤销、已被替代';
comment on column documents.issued.replaced_by is '替代它的文件编号';
create index issued_owner on documents.issued (owner_kind, owner_id, issued_at, id);
create index issued_file on documents.issued (file_id);
create index issued_code on documents.issued (code_now);

create table documents.public_entry (
    entry       text not null primary key check (entry ~ '^[0-9a-f]{64}$'),
    number      text not null unique,
    document_number text not null,
    kind_name   text not null,
    unit_name   text not null,
    issued_on   date not null,
    masked_name text not null,
    sha256      text not null,
    seal_kind   text not null,
    seal_key    text not null,
    seal        text        not null,
    state       text not null,
    state_on    date not null,
    replaced_by text
);
comment on table documents.public_entry is '真伪查验的公开登记：只有公开可见的几项，姓名已脱敏';
comment on column documents.public_entry.entry is '文件编号与校验码的密钥摘要：两样都对才查得到';

grant select, insert, update on documents.serial to rongyi_app;
grant select, insert, update (state, state_at, state_by, state_reason, replaced_by) on documents.issued to rongyi_app;
grant select on documents.issued to rongyi_self;
grant select, update (code_now) on documents.issued to rongyi_job;
grant select, insert, update (state, state_on, replaced_by) on documents.public_entry to rongyi_app;
grant select on documents.public_entry to rongyi_self;

alter table documents.issued enable row level security;
alter table documents.issued force row level security;
create policy scope on documents.issued to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on documents.issued for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on documents.issued to rongyi_job using (true);
