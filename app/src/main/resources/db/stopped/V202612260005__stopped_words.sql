-- 疑似国家秘密被拦下的话，写的人可以当场请上级看一看(docs/decisions/0021)：话封存着等，上级放行的照原样进一次，不予录入的当即销毁。
create schema stopped;
grant usage on schema stopped to rongyi_app, rongyi_self, rongyi_job;

create table stopped.words (
    id             uuid        not null primary key,
    account_id     uuid        not null,
    asked_for      uuid,
    asked_name     text        not null,
    unit_id        uuid        not null,
    unit_name      text        not null,
    field          text        not null,
    path           text,
    multipart      boolean     not null,
    print          text        not null,
    text_sealed    bytea,
    form_sealed    bytea,
    asked_at       timestamptz not null,
    due_on         date        not null,
    decider_unit   uuid        not null,
    decider_name   text        not null,
    state          text        not null default 'WAITING' check (state in ('WAITING', 'RELEASED', 'REFUSED')),
    decided_by     uuid,
    decided_for    uuid,
    decided_name   text,
    decided_at     timestamptz,
    reason         text,
    used_at        timestamptz,
    constraint words_answered check ((state = 'WAITING') = (decided_by is null)
        and num_nonnulls(decided_by, decided_name, decided_at, reason) in (0, 4)),
    constraint words_by_another check (decided_by is null
        or not array[decided_by, decided_for] && array[account_id, coalesce(asked_for, account_id)]),
    constraint words_used_once check (used_at is null or state = 'RELEASED')
);
comment on table stopped.words is '被拦下等复核的话：封存着等，放行的照原样进一次，不予录入的当即销毁';
comment on column stopped.words.field is '表单里的哪一格';
comment on column stopped.words.path is '表单交到哪里；空为不知道';
comment on column stopped.words.print is '这段话的密钥摘要：放行的只是一字不差的这一段';
comment on column stopped.words.text_sealed is '这段话，SM4 密文；用过了、不予录入的为空';
comment on column stopped.words.form_sealed is '表单里一并填的，SM4 密文；同上';
comment on column stopped.words.decider_unit is '请谁看：上级单位';
comment on column stopped.words.decider_name is '请谁看：那个单位当时的负责人';
comment on column stopped.words.due_on is '哪天以前看；过了由再上一级也可以看';
create index words_waiting on stopped.words (due_on, id) where state = 'WAITING';
create index words_mine on stopped.words (account_id, asked_at desc, id desc);
create index words_print on stopped.words (account_id, print) where state = 'RELEASED' and used_at is null;
alter table stopped.words enable row level security;
alter table stopped.words force row level security;
create policy own on stopped.words to rongyi_app using (account_id = (select kernel.scope_account()))
    with check (account_id = (select kernel.scope_account()));
create policy above on stopped.words to rongyi_app
    using (unit_id in (select u.id from organisation.unit u where u.code_now <@ (select kernel.scope_ranges())))
    with check (unit_id in (select u.id from organisation.unit u where u.code_now <@ (select kernel.scope_ranges())));
create policy job on stopped.words to rongyi_job using (true) with check (true);
grant select, insert on stopped.words to rongyi_app;
grant select on stopped.words to rongyi_self; -- 本人也问一声放行没有：没有给他的策略，答的总是没有
grant update (state, decided_by, decided_for, decided_name, decided_at, reason, used_at, text_sealed, form_sealed)
    on stopped.words to rongyi_app;
grant select, update, delete on stopped.words to rongyi_job;

do $$
begin
    perform removal.roots('stopped.words', '等复核的话');
    -- 没有录入的从此不予录入，不是哪个人决定的：谁也不能再放行他看不到的话
    perform removal.holds('stopped.words', 'stopped.words',
                          change => 'text_sealed = null, form_sealed = null, reason = removal.mark(), '
                                    'state = case when used_at is null then ''REFUSED'' else state end, '
                                    'decided_by = case when state <> ''REFUSED'' and used_at is null then ''00000000-0000-0000-0000-000000000000'' else decided_by end, '
                                    'decided_for = case when state <> ''REFUSED'' and used_at is null then null else decided_for end, '
                                    'decided_name = case when state <> ''REFUSED'' and used_at is null then ''清除泄密内容'' else decided_name end, '
                                    'decided_at = coalesce(decided_at, kernel.scope_now())',
                          whole => 'text_sealed is not null or form_sealed is not null or reason <> removal.mark()');
    perform removal.no_words('stopped.words', 'asked_name unit_name field path print decider_name state decided_name');
end $$;
