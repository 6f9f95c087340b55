-- 慰问金额 = 送到的慰问金和慰问品作价，减去解除承诺的和追回到账的。
alter table festival.line add column back_fen bigint not null default 0 check (back_fen >= 0);
comment on column festival.line.back_fen is '批准之后没有给出去的和追回到账的，分';
