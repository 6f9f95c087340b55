-- 证明材料到期销毁：只销毁内容，留登记；复核、追回没有了结的，和负责人定了暂不销毁的，留着。
create table approval.evidence_hold (
    id         uuid        not null primary key,
    case_id    uuid        not null references approval.case_file,
    code_now   bigint      not null,
    from_at    timestamptz not null,
    from_by    text        not null,
    to_at      timestamptz,
    to_by      text,
    check ((to_at is null) = (to_by is null))
);
comment on table approval.evidence_hold is '暂不销毁：办件的证明材料到期也不销毁，直到解除；理由在办理经过里';
comment on column approval.evidence_hold.from_by is '谁定的';
comment on column approval.evidence_hold.to_at is '何时解除；为空即还不销毁';
create index evidence_hold_code on approval.evidence_hold (code_now);
create unique index evidence_hold_open on approval.evidence_hold (case_id) where to_at is null;
grant select, insert, update (to_at, to_by) on approval.evidence_hold to rongyi_app;
grant select, update (code_now) on approval.evidence_hold to rongyi_job;
alter table approval.evidence_hold enable row level security;
alter table approval.evidence_hold force row level security;
create policy scope on approval.evidence_hold to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on approval.evidence_hold to rongyi_job using (true) with check (true);
create policy owner on approval.evidence_hold to rongyi_owner using (true) with check (true);
create index attachment_kept on documents.attachment (owner_kind, id) where file_id is not null;
grant update (away_at, away_by, away_unit_name, away_reason) on documents.attachment to rongyi_job;
