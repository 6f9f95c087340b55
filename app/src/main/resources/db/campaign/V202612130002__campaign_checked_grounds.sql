-- 最先选、优先安置的依据，资格审查不通过和它的撤销：一人录，另一人核对。
alter table campaign.candidate
    add column checked_at      timestamptz,
    add column checked_by      text,
    add column checked_account uuid,
    add check (checked_account <> added_account),
    add check ((checked_at is null) = (checked_account is null) and (checked_at is null) = (checked_by is null));
alter table campaign.refusal
    add column refused_account      uuid,
    add column checked_at           timestamptz,
    add column checked_by           text,
    add column checked_account      uuid,
    add column lifted_account       uuid,
    add column lift_checked_at      timestamptz,
    add column lift_checked_by      text,
    add column lift_checked_account uuid,
    add check (checked_account <> refused_account),
    add check (lift_checked_account <> lifted_account),
    add check ((checked_at is null) = (checked_account is null) and (checked_at is null) = (checked_by is null)),
    add check ((lift_checked_at is null) = (lift_checked_account is null)
               and (lift_checked_at is null) = (lift_checked_by is null));
comment on column campaign.candidate.checked_by is '谁核对了依据，不是录入的人';
comment on column campaign.refusal.checked_by is '谁核对了不通过，不是登记的人';
comment on column campaign.refusal.lift_checked_by is '谁核对了撤销，不是撤销的人';
