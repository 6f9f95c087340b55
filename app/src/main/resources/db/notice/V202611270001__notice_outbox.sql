create schema notice;
grant usage on schema notice to rongyi_app, rongyi_self, rongyi_job;

create table notice.message (
    id         uuid        not null primary key,
    template   text        not null,
    topic      text        not null,
    record_id  uuid        not null,
    account_id uuid,
    person_id  uuid,
    kind       text        not null,
    title      text        not null,
    body       text        not null,
    path       text,
    at         timestamptz not null,
    read_at    timestamptz,
    unread     boolean     not null generated always as (read_at is null) stored,
    check (num_nonnulls(account_id, person_id) = 1),
    check (path is null or path ~ '^/([^/\\]|$)')
);
comment on table notice.message is '站内消息：写给一个账号或一位退役军人，只有本人看得到；写下即送达';
comment on column notice.message.topic is '事由；同一事由、同一记录、同一收件人只有一条';
comment on column notice.message.record_id is '所说的记录';
comment on column notice.message.path is '打开它所说的记录；没有可打开的为空';
comment on column notice.message.read_at is '本人读到的时间；空为未读';
create unique index message_once_account on notice.message (account_id, topic, record_id) where account_id is not null;
create unique index message_once_person on notice.message (person_id, topic, record_id) where person_id is not null;
-- 清单（未读在前、新的在前）和未读数都只走这两个索引
create index message_account on notice.message (account_id, unread desc, id desc) where account_id is not null;
create index message_person on notice.message (person_id, unread desc, id desc) where person_id is not null;

create table notice.outbox (
    id             uuid        not null primary key,
    channel        text        not null check (channel in ('EMAIL', 'SMS')),
    template       text        not null,
    topic          text        not null,
    record_id      uuid        not null,
    kind           text        not null,
    account_id     uuid,
    person_id      uuid,
    address_sealed bytea,
    address_index  text,
    shown_as       text        not null,
    text_sealed    bytea,
    rank           smallint    not null check (rank between 0 and 2),
    state          text        not null check (state in ('WAITING', 'SENT', 'GIVEN_UP', 'DROPPED')),
    attempts       integer     not null default 0,
    due_at         timestamptz not null,
    expires_at     timestamptz,
    claim          uuid,
    trouble        text        not null default '',
    created_at     timestamptz not null,
    done_at        timestamptz,
    check (num_nonnulls(account_id, person_id, address_index) = 1),
    check ((state in ('WAITING', 'GIVEN_UP')) or text_sealed is null)
);
comment on table notice.outbox is '发件箱：要发到系统之外的电子邮件、短信，与办的事同一事务写下';
comment on column notice.outbox.topic is '事由；同一事由、同一记录、同一收件人、同一渠道只有一件';
comment on column notice.outbox.address_sealed is '直接给出的地址，SM4 密文；写给账号、退役军人的不存地址，发的时候才取';
comment on column notice.outbox.address_index is '地址的盲索引：同一地址只发一次';
comment on column notice.outbox.shown_as is '管理员看到的收件人，已掩码';
comment on column notice.outbox.text_sealed is '正文，SM4 密文；发出或不必再发即清空';
comment on column notice.outbox.rank is '先后：0 紧急，1 一般，2 免打扰时段不发';
comment on column notice.outbox.attempts is '试过几次';
comment on column notice.outbox.due_at is '到这时才发；发送中的，是中断后由他人接手的时间';
comment on column notice.outbox.expires_at is '过了这时不必再发';
comment on column notice.outbox.claim is '哪一次发送取走了它';
comment on column notice.outbox.trouble is '没有发出的原因';
create unique index outbox_once on notice.outbox
    (topic, record_id, channel, account_id, person_id, address_index) nulls not distinct;
create index outbox_due on notice.outbox (channel, rank, due_at, id) where state = 'WAITING';
create index outbox_state on notice.outbox (state, id desc);

create table notice.opt_out (
    person_id uuid        not null,
    kind      text        not null,
    at        timestamptz not null,
    primary key (person_id, kind)
);
comment on table notice.opt_out is '不接收：退役军人本人不要短信的消息类别';

create table notice.mailbox (
    account_id   uuid        not null primary key references access.account,
    email_sealed bytea       not null,
    shown_as     text        not null,
    at           timestamptz not null
);
comment on table notice.mailbox is '电子邮箱：工作人员本人登记的收件地址';
comment on column notice.mailbox.email_sealed is '地址，SM4 密文';
comment on column notice.mailbox.shown_as is '掩码后的地址';

grant select, insert, update (read_at) on notice.message to rongyi_app, rongyi_self;
grant select, insert on notice.message to rongyi_job;
grant select, insert, update (state, attempts, due_at, claim, trouble, done_at) on notice.outbox to rongyi_app;
grant insert on notice.outbox to rongyi_self;
grant select, insert, update on notice.outbox to rongyi_job;
-- 程序本身没有对应的行策略，一行也看不到；只有本人自己可以
grant select, insert, delete on notice.opt_out to rongyi_app, rongyi_self;
grant select on notice.opt_out to rongyi_job;
grant select, insert, update, delete on notice.mailbox to rongyi_app;
grant select, update (email_sealed) on notice.mailbox to rongyi_job;

alter table notice.message enable row level security;
alter table notice.message force row level security;
create policy write_all on notice.message for insert to rongyi_app, rongyi_self, rongyi_job with check (true);
create policy own on notice.message for select to rongyi_app using (account_id = (select kernel.scope_account()));
create policy own_read on notice.message for update to rongyi_app using (account_id = (select kernel.scope_account()));
create policy self on notice.message for select to rongyi_self using (person_id = (select kernel.self_person()));
create policy self_read on notice.message for update to rongyi_self using (person_id = (select kernel.self_person()));
create policy job on notice.message for select to rongyi_job using (true);

alter table notice.outbox enable row level security;
alter table notice.outbox force row level security;
create policy write_all on notice.outbox for insert to rongyi_app, rongyi_self, rongyi_job with check (true);
create policy administrator on notice.outbox for select to rongyi_app
    using ((select kernel.scope_role()) = 'SYSTEM_ADMIN'
           and (select kernel.scope_high() - kernel.scope_low()) >= 10000000000);
create policy administrator_again on notice.outbox for update to rongyi_app
    using ((select kernel.scope_role()) = 'SYSTEM_ADMIN'
           and (select kernel.scope_high() - kernel.scope_low()) >= 10000000000);
create policy job on notice.outbox for select to rongyi_job using (true);
create policy job_send on notice.outbox for update to rongyi_job using (true);

alter table notice.opt_out enable row level security;
alter table notice.opt_out force row level security;
create policy self on notice.opt_out to rongyi_self
    using (person_id = (select kernel.self_person())) with check (person_id = (select kernel.self_person()));
create policy job on notice.opt_out for select to rongyi_job using (true);

alter table notice.mailbox enable row level security;
alter table notice.mailbox force row level security;
create policy own on notice.mailbox to rongyi_app
    using (account_id = (select kernel.scope_account())) with check (account_id = (select kernel.scope_account()));
create policy job on notice.mailbox to rongyi_job using (true);

-- 本人在自己的事务里也能通知工作人员（在办的退役军人看不到账号、岗位），所以由所有者来答。
create function notice.holders(at_unit uuid, as_role text, today date)
    returns table (account_id uuid)
    language sql stable security definer set search_path = ''
    as $$
        select distinct p.account_id
        from access.post p
        join access.account a on a.id = p.account_id
        where p.unit_id = at_unit and p.role = as_role
          and p.valid_from <= today and (p.valid_to is null or p.valid_to > today)
          and not a.disabled
    $$;
comment on function notice.holders(uuid, text, date) is '某单位某岗位今天由哪些账号担任';

create function notice.addressee(account uuid)
    returns table (person_id uuid, name text, has_mailbox boolean)
    language sql stable security definer set search_path = ''
    as $$
        select a.person_id, a.name, exists (select from notice.mailbox m where m.account_id = a.id)
        from access.account a
        where a.id = account
    $$;
comment on function notice.addressee(uuid) is '账号是工作人员的还是退役军人本人的，有没有登记邮箱';
-- 所有者只为回答有没有登记而看
create policy owner_asks on notice.mailbox for select to rongyi_owner using (true);
revoke all on function notice.holders(uuid, text, date), notice.addressee(uuid) from public;
grant execute on function notice.holders(uuid, text, date), notice.addressee(uuid) to rongyi_app, rongyi_self, rongyi_job;
