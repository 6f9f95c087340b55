-- 载入的放假安排由另一位管理员确认才生效：一个人抄错一天，全省的期限就都错。
alter table policy.calendar_year
    add column state           text not null default 'AGREED' check (state in ('PROPOSED', 'AGREED', 'REFUSED')),
    add column entered_account uuid,
    add column decided_account uuid,
    add column decided_by      text,
    add column decided_at      timestamptz,
    add column decided_reason  text;
alter table policy.calendar_year alter column state drop default;
alter table policy.calendar_year add constraint calendar_year_refused
    check (state <> 'REFUSED' or decided_at is not null and decided_reason is not null);
alter table policy.calendar_year add constraint calendar_year_maker
    check (state <> 'PROPOSED' or entered_account is not null and decided_at is null);
create unique index calendar_year_open on policy.calendar_year (year) where state = 'PROPOSED';
comment on column policy.calendar_year.state is 'PROPOSED 待确认，AGREED 已确认，REFUSED 不同意；以前载入的都算已确认';
comment on column policy.calendar_year.entered_account is '载入人的账号；以前载入的为空';
comment on column policy.calendar_year.decided_account is '确认人的账号';
comment on column policy.calendar_year.decided_by is '确认人';
comment on column policy.calendar_year.decided_at is '确认时间';
comment on column policy.calendar_year.decided_reason is '不同意的理由';

-- 第二把锁：确认过的，程序自己也改不了
alter table policy.calendar_year enable row level security;
alter table policy.calendar_year force row level security;
create policy calendar_read on policy.calendar_year for select using (true);
create policy calendar_enter on policy.calendar_year for insert with check (state = 'PROPOSED');
create policy calendar_decide on policy.calendar_year for update using (state = 'PROPOSED') with check (state <> 'PROPOSED');
grant update (state, decided_account, decided_by, decided_at, decided_reason) on policy.calendar_year to rongyi_app;
