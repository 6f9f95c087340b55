-- 决定给谁、给多少、由谁出的列，同账上的表一样看守(docs/decisions/0056)。
select audit.watch('relief.aid', array['id', 'person_id', 'first_on', 'first_modes', 'first_fen', 'first_goods_fen', 'first_payer',
                                       'decided_on', 'granted_modes', 'granted_fen', 'payer', 'back_fen', 'back_goods_fen',
                                       'back_then_fen', 'back_then_goods_fen']);
select audit.watch('relief.emergency', array['id', 'person_id', 'decided_on', 'granted_fen', 'paid_on', 'fund_id', 'back_fen']);
