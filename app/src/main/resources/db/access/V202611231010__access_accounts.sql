create schema access;
grant usage on schema access to rongyi_app, rongyi_job;

create table access.account (
    id            uuid        not null primary key,
    username      text        not null unique check (username = lower(username) and username <> ''),
    name          text        not null,
    password_hash text,
    must_change   boolean     not null default true,
    person_id     uuid,
    failed_count  integer     not null default 0,
    locked_until  timestamptz,
    disabled      boolean     not null default false,
    created_at    timestamptz not null
);
comment on table access.account is '账号:工作人员或本人登录用';
comment on column access.account.password_hash is 'Argon2id 散列;空表示尚未启用';
comment on column access.account.person_id is '本人账号所对应的人员;工作人员为空';

create table access.past_password (
    account_id uuid        not null references access.account,
    hash       text        not null,
    at         timestamptz not null
);
comment on table access.past_password is '用过的口令散列:不得重复使用近五次';
create index past_password_account on access.past_password (account_id, at desc);

create table access.post (
    id         uuid    not null primary key,
    account_id uuid    not null references access.account,
    unit_id    uuid    not null,
    role       text    not null,
    valid_from date    not null,
    valid_to   date,
    check (valid_to is null or valid_to >= valid_from)
);
comment on table access.post is '岗位:账号在某单位的任职;角色与单位级别决定能办什么,单位辖区决定能看谁';
comment on column access.post.valid_to is '离任之日,当日起无效;空为在任';
create index post_account on access.post (account_id);
create index post_unit on access.post (unit_id);

create table access.session (
    id         uuid        not null primary key,
    token_hash text        not null unique,
    account_id uuid        not null references access.account,
    post_id    uuid        references access.post,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    address    text        not null,
    agent      text        not null
);
comment on table access.session is '登录会话:库中只存令牌的散列;可列出、可注销';
create index session_account on access.session (account_id);

create table access.link (
    token_hash text        not null primary key,
    account_id uuid        references access.account,
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table access.link is '一次性链接:首个管理员设置,或账号启用、重置口令';

grant select, insert, update on access.account, access.post, access.link to rongyi_app;
grant select, insert on access.past_password to rongyi_app;
grant select, insert, update, delete on access.session to rongyi_app;
grant select, delete on access.session to rongyi_job;
grant select on access.account, access.post to rongyi_job;
