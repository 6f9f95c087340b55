-- 统一身份认证（OpenID Connect）：哪个认证平台的哪个用户是哪个账号。只认平台给的编号，从不按姓名对应。
create table access.identity (
    id         uuid        not null primary key,
    issuer     text        not null check (issuer <> ''),
    subject    text        not null check (subject <> ''),
    account_id uuid        not null references access.account,
    level      integer     check (level between 2 and 5),
    linked_at  timestamptz not null,
    used_at    timestamptz,
    unique (issuer, subject),
    unique (account_id, issuer)
);
comment on table access.identity is '统一身份认证的用户与账号的对应，由账号本人登录后绑定';
comment on column access.identity.issuer is '认证平台的标识（iss）';
comment on column access.identity.subject is '用户在认证平台的编号（sub）';
comment on column access.identity.level is '认证平台最近一次声明的实名等级，二至五；空为没有声明';
comment on column access.identity.linked_at is '绑定的时间';
comment on column access.identity.used_at is '最近一次用它登录的时间';

create table access.identity_step (
    token_hash text        not null primary key,
    state_hash text        not null,
    nonce      text        not null,
    verifier   text        not null,
    next_path  text        not null,
    account_id uuid        references access.account,
    expires_at timestamptz not null
);
comment on table access.identity_step is '去统一身份认证还没有回来：几分钟内有效，用一次即删';
comment on column access.identity_step.token_hash is '浏览器所持令牌的散列';
comment on column access.identity_step.state_hash is '随请求送去、应原样带回的随机数（state）的散列';
comment on column access.identity_step.nonce is '应写在身份令牌里的随机数';
comment on column access.identity_step.verifier is '换取令牌时出示的随机数（PKCE）';
comment on column access.identity_step.next_path is '登录后去哪个页面';
comment on column access.identity_step.account_id is '为哪个账号绑定；空为登录';

grant select, insert, update, delete on access.identity to rongyi_app;
grant select, insert, delete on access.identity_step to rongyi_app;
