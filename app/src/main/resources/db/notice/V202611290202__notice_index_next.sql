alter table notice.outbox add column address_index_next text;
comment on column notice.outbox.address_index_next is '更换盲索引密钥期间，另一把密钥算出的盲索引；平时为空';
create unique index outbox_once_next on notice.outbox (topic, record_id, channel, address_index_next)
    where address_index_next is not null;
