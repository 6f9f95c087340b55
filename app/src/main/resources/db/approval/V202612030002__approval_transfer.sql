-- 移送：办件交给该办的地方。提出以后对方答复；同意的，办件连同材料、经过、文书一并过去，期限接着算。
create table approval.transfer (
    id             uuid        not null primary key,
    case_id        uuid        not null references approval.case_file,
    service        text        not null,
    number         text        not null,
    person_name    text        not null,
    step_zh        text        not null,
    from_code      bigint      not null,
    to_code        bigint      not null,
    from_unit      uuid        not null,
    from_unit_name text        not null,
    to_unit        uuid        not null,
    to_unit_name   text        not null,
    to_unit_level  smallint    not null,
    reason_sealed  bytea       not null,
    asked_account  uuid        not null,
    asked_by       text        not null,
    asked_at       timestamptz not null,
    due_on         date        not null,
    state          text        not null check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'DROPPED')),
    answered_by    text,
    answered_at    timestamptz,
    answer_sealed  bytea,
    check ((state = 'ASKED') = (answered_at is null))
);
comment on table approval.transfer is '移送：办件从一地交给另一地，须对方同意';
comment on column approval.transfer.number is '办件编号';
comment on column approval.transfer.step_zh is '提出时等在哪一步';
comment on column approval.transfer.to_unit is '答复的单位';
comment on column approval.transfer.reason_sealed is '为什么移送，SM4 密文';
comment on column approval.transfer.due_on is '最迟哪天答复';
comment on column approval.transfer.state is '待答复、已接收、已退回、办件已办结不再移送';
comment on column approval.transfer.answer_sealed is '退回的理由，SM4 密文';
create unique index transfer_open on approval.transfer (case_id) where state = 'ASKED';
create index transfer_to on approval.transfer (to_code, id) where state = 'ASKED';
create index transfer_from_code on approval.transfer (from_code);
create index transfer_to_code on approval.transfer (to_code);
create index transfer_from_unit on approval.transfer (from_unit, id);
create index transfer_to_unit on approval.transfer (to_unit, id);

grant select, insert, update (state, answered_by, answered_at, answer_sealed) on approval.transfer to rongyi_app;
grant select, update (from_code, to_code, reason_sealed, answer_sealed, due_on, state, answered_by, answered_at) on approval.transfer to rongyi_job;

alter table approval.transfer enable row level security;
alter table approval.transfer force row level security;
create policy scope on approval.transfer to rongyi_app
    using (case when from_code <@ (select kernel.scope_ranges()) or to_code <@ (select kernel.scope_ranges())
                then true else false end)
    with check (from_code <@ (select kernel.scope_ranges()) or to_code <@ (select kernel.scope_ranges()));
create policy job on approval.transfer to rongyi_job using (true) with check (true);
create policy owner on approval.transfer to rongyi_owner using (true) with check (true);

-- Both sides of a transfer see their own rows only; the owner's function below moves all of a case at once.
create policy owner_follow on approval.event to rongyi_owner using (true) with check (true);
create policy owner_follow on approval.stop to rongyi_owner using (true) with check (true);
create policy owner_follow on approval.delivery to rongyi_owner using (true) with check (true);
create policy owner_follow on approval.public_notice for update to rongyi_owner using (true) with check (true);
create policy owner_follow on documents.attachment to rongyi_owner using (true) with check (true);
create policy owner_follow on documents.issued to rongyi_owner using (true) with check (true);

create function approval.transfer_case(asked uuid, who text, moment timestamptz) returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        t approval.transfer;
        c approval.case_file;
        papers uuid[];
    begin
        select one.* into t from approval.transfer one where one.id = asked;
        if t.id is null or not coalesce(t.to_code <@ (select kernel.scope_ranges()), false) then
            return 'ABSENT';
        end if;
        select f.* into c from approval.case_file f where f.id = t.case_id for update;
        select one.* into t from approval.transfer one where one.id = asked for update;
        if t.state <> 'ASKED' or c.state not in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED') then
            return 'OVER';
        end if;
        if exists (select from approval.stop s where s.case_id = c.id and s.ground = 'PUBLICATION' and s.to_on is null) then
            return 'PUBLIC';
        end if;
        update approval.case_file f set code_now = t.to_code, version = f.version + 1 where f.id = c.id;
        update approval.task k set code_now = t.to_code where k.case_id = c.id;
        update approval.event e set code_now = t.to_code where e.case_id = c.id;
        update approval.stop s set code_now = t.to_code where s.case_id = c.id;
        update approval.delivery d set code_now = t.to_code where d.case_id = c.id;
        update approval.objection o set code_now = t.to_code where o.case_id = c.id;
        update approval.public_notice n set code_now = t.to_code
        where n.id in (select k.id from approval.task k where k.case_id = c.id);
        select array_agg(i.id) into papers from documents.issued i
        where i.owner_kind = 'approval.case' and i.owner_id = c.id;
        update documents.issued i set code_now = t.to_code where i.id = any(papers);
        update documents.attachment a set code_now = t.to_code
        where a.owner_kind = 'approval.case' and a.owner_id = c.id
           or a.owner_kind = 'documents.issued' and a.owner_id = any(papers)
           or a.owner_kind = 'approval.objection'
              and a.owner_id in (select o.id from approval.objection o where o.case_id = c.id);
        update approval.evidence_hold h set code_now = t.to_code where h.case_id = c.id;
        update approval.transfer one set state = 'ACCEPTED', answered_by = who, answered_at = moment where one.id = asked;
        return 'DONE';
    end
    $$;
comment on function approval.transfer_case(uuid, text, timestamptz) is
    '接收移送：接收的一方在自己的数据范围内调用，办件和它的材料、经过、文书一并归接收地';

create function approval.drop_transfer(file uuid, deciding integer, moment timestamptz) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
        update approval.transfer t set state = 'DROPPED', answered_by = '系统（办件已有结果）', answered_at = moment
        where t.case_id = file and t.state = 'ASKED'
          and exists (select from approval.case_file c where c.id = file and (c.state in ('DECIDED', 'CLOSED') or c.step > deciding));
    end
    $$;
comment on function approval.drop_transfer(uuid, integer, timestamptz) is '办件已有结果的，没有答复的移送不再等';
revoke all on function approval.transfer_case(uuid, text, timestamptz), approval.drop_transfer(uuid, integer, timestamptz) from public;
grant execute on function approval.transfer_case(uuid, text, timestamptz) to rongyi_app;
grant execute on function approval.drop_transfer(uuid, integer, timestamptz) to rongyi_app, rongyi_self, rongyi_job;
