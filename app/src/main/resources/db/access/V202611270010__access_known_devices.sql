-- 账号在哪些设备上登录过：换了没用过的设备，告诉本人。
create table access.known_device (
    account_id uuid        not null references access.account on delete cascade,
    device     text        not null,
    since      timestamptz not null,
    primary key (account_id, device)
);
comment on table access.known_device is '用过的设备:账号登录过的设备种类';
comment on column access.known_device.device is '设备和浏览器，本人认得的叫法';
grant select, insert on access.known_device to rongyi_app;
