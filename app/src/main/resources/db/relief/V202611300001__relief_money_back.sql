-- 金额也是一项数据：给了多少、后来少了多少。少了的（解除承诺、追回到账）随那一步记在这里，夜里照记录重算。
alter table relief.aid add column back_fen bigint not null default 0 check (back_fen >= 0);
alter table relief.emergency add column back_fen bigint not null default 0 check (back_fen >= 0);
comment on column relief.aid.back_fen is '核定之后没有给出去的和追回到账的，分';
comment on column relief.emergency.back_fen is '拨付之后没有给出去的和追回到账的，分';
