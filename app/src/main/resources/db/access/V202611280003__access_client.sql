-- 接口用户：别的系统凭密钥签名来取数。系统管理员登记，安全管理员批准；密钥只显示一次，库中加密存放。
create table access.client (
    id            uuid        not null primary key,
    key_id        text        not null unique,
    name          text        not null check (name <> ''),
    contact       text        not null,
    purpose       text        not null,
    territory     bigint      not null,
    grants        text[]      not null check (cardinality(grants) > 0),
    per_minute    integer     not null check (per_minute > 0),
    per_day       integer     not null check (per_day >= per_minute),
    secret_sealed bytea,
    key_at        timestamptz,
    state         text        not null check (state in ('WAITING', 'IN_USE', 'REVOKED')),
    proposed_by   uuid        not null references access.account,
    proposed_name text        not null,
    proposed_at   timestamptz not null,
    decided_name  text,
    decided_at    timestamptz,
    revoked_name  text,
    revoked_at    timestamptz,
    revoked_for   text,
    used_at       timestamptz
);
comment on table access.client is '接口用户：经批准、用密钥签名来取数的其他系统';
comment on column access.client.key_id is '密钥编号，随签名送来，不保密';
comment on column access.client.contact is '对方的单位、联系人和电话';
comment on column access.client.territory is '可以取哪个区划的数据，含其下各级';
comment on column access.client.grants is '可以进哪些门';
comment on column access.client.per_minute is '一分钟最多几次';
comment on column access.client.per_day is '一天最多几次';
comment on column access.client.secret_sealed is '签名密钥，加密存放；空为还没有发';
comment on column access.client.used_at is '最近一次来取数的时间，记到分钟';

create table access.client_nonce (
    client_id uuid        not null references access.client,
    nonce     text        not null,
    at        timestamptz not null,
    primary key (client_id, nonce)
);
comment on table access.client_nonce is '接口签名里用过的随机数：同一请求不能再用第二次';
create index client_nonce_at on access.client_nonce (at);

grant select, insert, update on access.client to rongyi_app;
grant select, update (secret_sealed) on access.client to rongyi_job;
grant select, insert on access.client_nonce to rongyi_app;
grant select, delete on access.client_nonce to rongyi_job;
