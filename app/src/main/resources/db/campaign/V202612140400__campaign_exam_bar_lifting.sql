-- 登记错了的不能报名可以撤销：登记和撤销都留着，同一个人可以再登记；一人同时只有一条有效。
alter table campaign.exam_bar rename column id to candidate_id;
alter table campaign.exam_bar drop constraint exam_bar_pkey;
alter table campaign.exam_bar
    add column id             uuid    not null default gen_random_uuid() primary key,
    add column took_entry     boolean not null default false,
    add column lifted_at      timestamptz,
    add column lifted_by      text,
    add column lifted_account uuid,
    add column lifted_why     text,
    add check ((lifted_at is null) = (lifted_account is null) and (lifted_at is null) = (lifted_why is null)),
    add check (checked_account is null or (lifted_account <> barred_account and lifted_account <> checked_account));
comment on column campaign.exam_bar.took_entry is '核对时取消了已经报的名；撤销时恢复';
comment on column campaign.exam_bar.lifted_why is '为什么撤销；撤销了的不算数';
create unique index exam_bar_open on campaign.exam_bar (candidate_id) where lifted_at is null;
create index exam_bar_candidate on campaign.exam_bar (candidate_id);
