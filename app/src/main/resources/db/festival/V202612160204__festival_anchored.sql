-- 名单上决定给谁、给多少、给了没有的列，同账上的表一样看守(docs/decisions/0056)。
select audit.watch('festival.line', array['id', 'campaign_id', 'occasion', 'person_id', 'fen', 'goods', 'goods_fen', 'payee', 'bank',
                                          'money_grant', 'goods_grant', 'visit_id', 'given_on', 'signed_by', 'back_fen']);
