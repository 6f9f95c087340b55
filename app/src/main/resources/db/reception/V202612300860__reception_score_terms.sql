-- 评分按哪张表算的，同录入一起留着：以后分值、分界改了，认定过的分照当时的表算，逐项加得起来。
alter table reception.score_entry add column terms jsonb;
comment on column reception.score_entry.terms is '录入时按的标准，逐项的分值和依据；空着的按退役那天的参数';

-- 2018 年办法的分界从 2018-12-14 改为 2018-09-01 以前录入的：这中间退役的，当时按 2016 年试行办法算
alter table reception.score_entry no force row level security;
update reception.score_entry e
set terms = (select jsonb_object_agg(t.id, jsonb_build_object('number', t.number, 'document', t.document, 'article', t.article,
                                                              'certainty', t.certainty))
             from (values
             ('placement.score.year.first', 3, '退役士兵服役表现量化评分办法（试行，2016）', '“服役年限”项（条号未见原文）', 'REPORTED'),
             ('placement.score.year.further', 5, '退役士兵服役表现量化评分办法（试行，2016）', '“服役年限”项（条号未见原文）', 'REPORTED'),
             ('placement.score.year.bound', 12, '退役士兵服役表现量化评分办法（试行，2016）', '“服役年限”项（条号未见原文）', 'REPORTED'),
             ('placement.score.year.half', 0.5, '系统默认，待业务确认', '原文没有写零头恰为六个月的怎么算', 'PROPOSED'),
             ('placement.score.peace.praise', 1, '退役士兵服役表现量化评分办法（试行，2016）', '“平时奖励”项（条号未见原文）', 'REPORTED'),
             ('placement.score.peace.third', 3, '退役士兵服役表现量化评分办法（试行，2016）', '“平时奖励”项（条号未见原文）', 'REPORTED'),
             ('placement.score.peace.second', 20, '退役士兵服役表现量化评分办法（试行，2016）', '“平时奖励”项（条号未见原文）', 'REPORTED'),
             ('placement.score.peace.first', 40, '退役士兵服役表现量化评分办法（试行，2016）', '“平时奖励”项（条号未见原文）', 'REPORTED'),
             ('placement.score.war.third', 20, '退役士兵服役表现量化评分办法（试行，2016）', '“战时奖励”项（条号未见原文）', 'REPORTED'),
             ('placement.score.war.second', 40, '退役士兵服役表现量化评分办法（试行，2016）', '“战时奖励”项（条号未见原文）', 'REPORTED'),
             ('placement.score.war.first', 80, '退役士兵服役表现量化评分办法（试行，2016）', '“战时奖励”项（条号未见原文）', 'REPORTED')
             ) t (id, number, document, article, certainty))
from reception.reception r
where r.id = e.reception_id and r.rank <> 'OFFICER' and r.discharged_on >= '2018-09-01' and r.discharged_on < '2018-12-14'
  and e.terms is null;
alter table reception.score_entry force row level security;

do $$ begin
    perform removal.no_words('reception.score_entry', 'terms');
end $$;
