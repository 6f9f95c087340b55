-- 能不能给，也照看守(docs/decisions/0070)：登记的不予援助的情形；申请的情形、哪天发生的，入户核查和审核认定的各项。
select audit.watch('relief.bar', audit.columns_but('relief.bar'));

select audit.anchor_anew('202612190403', 'relief.aid',
                         array['id', 'person_id', 'situation', 'occurred_on', 'first_on', 'first_modes', 'first_fen',
                               'first_goods_fen', 'first_payer', 'check_on', 'check_visitors', 'check_visit', 'registered',
                               'repeat_accepted', 'decided_on', 'granted_modes', 'granted_fen', 'payer', 'back_fen',
                               'back_goods_fen', 'back_then_fen', 'back_then_goods_fen', 'before_books_fen']);
select audit.anchor_anew('202612190403', 'relief.emergency',
                         array['id', 'person_id', 'kind', 'occurred_on', 'other_aid', 'check_on', 'check_visitors', 'check_visit',
                               'registered', 'decided_on', 'granted_fen', 'paid_on', 'fund_id', 'back_fen']);
