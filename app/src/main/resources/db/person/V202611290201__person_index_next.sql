alter table person.person add column citizen_index_next text unique;
comment on column person.person.citizen_index_next is '更换盲索引密钥期间，另一把密钥算出的盲索引；平时为空';
