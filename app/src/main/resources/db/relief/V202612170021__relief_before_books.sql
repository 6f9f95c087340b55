-- 记账以前核定、没有经过账的，复核时算在新核定的里面，承诺只有多给的。把这一部分另记下来，账与办件才对得上。
alter table relief.aid add column before_books_fen bigint check (before_books_fen >= 0);
comment on column relief.aid.before_books_fen is '核定的金额里记账以前给的、没有经过账的，分；复核时记下，没有的为空';

-- 已经复核过的：头一次的没有承诺，只有多给的
alter table relief.aid no force row level security;
update relief.aid a
set before_books_fen = a.granted_fen + a.back_then_fen - g.fen
from (select m.case_id, sum(m.amount) as fen
      from fund.grant_made m
      where m.service = 'HARDSHIP'
      group by m.case_id
      having bool_and(m.on_top is not null)) g
where g.case_id = a.id and a.granted_fen + a.back_then_fen > g.fen;
alter table relief.aid force row level security;

select audit.anchor_anew('202612170021', 'relief.aid',
                         array['id', 'person_id', 'first_on', 'first_modes', 'first_fen', 'first_goods_fen', 'first_payer',
                               'decided_on', 'granted_modes', 'granted_fen', 'payer', 'back_fen', 'back_goods_fen',
                               'back_then_fen', 'back_then_goods_fen', 'before_books_fen']);
