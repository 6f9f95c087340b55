-- 写的人在没有复核以前可以撤回：内容当即销毁，没有人决定过什么。
alter table stopped.words
    drop constraint words_state_check,
    add constraint words_state_check check (state in ('WAITING', 'RELEASED', 'REFUSED', 'WITHDRAWN')),
    drop constraint words_answered,
    add constraint words_answered check ((state in ('WAITING', 'WITHDRAWN')) = (decided_by is null)
        and num_nonnulls(decided_by, decided_name, decided_at, reason) in (0, 4)),
    add constraint words_withdrawn_gone check (state <> 'WITHDRAWN' or num_nonnulls(text_sealed, form_sealed) = 0);
comment on column stopped.words.text_sealed is '这段话，SM4 密文；用过了、不予录入、撤回的为空';
