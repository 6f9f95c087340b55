-- 公示：谁都看得到的只有这里写的几项；异议：谁提的、怎么联系、说什么都密封，只给审查的单位看。
alter table approval.task drop constraint task_kind_check;
alter table approval.task add constraint task_kind_check
    check (kind in ('SEAT', 'WAIT', 'OPINION', 'DELIVER', 'COMPLAINT', 'OBJECTION'));
comment on column approval.task.kind is
    'SEAT 环节席位，WAIT 等申请人补正，OPINION 征求意见（委派、加签），DELIVER 送达，COMPLAINT 差评回访，OBJECTION 异议审查';
alter table approval.stop drop constraint stop_ground_check;
alter table approval.stop add constraint stop_ground_check check (ground in ('SUPPLEMENT', 'SPECIAL', 'PUBLICATION'));
comment on table approval.stop is '计时中止：补正、特别程序、公示，从哪天到哪天';

alter table approval.case_file add column public_matter text;
comment on column approval.case_file.public_matter is '公示时写的事由，如金额、原因类别；不含号码、账号、病情';

create table approval.public_notice (
    id           uuid    not null primary key,
    code_then    bigint  not null,
    code_now     bigint  not null,
    service      text    not null,
    who          text    not null,
    matter       text    not null,
    unit_id      uuid    not null,
    unit_name    text    not null,
    unit_phone   text    not null,
    roles        text[]  not null,
    examine_days integer not null check (examine_days > 0),
    from_on      date    not null,
    to_on        date    not null,
    ended_on     date,
    ended_how    text    check (ended_how in ('OVER', 'BACK', 'WITHDRAWN')),
    check (to_on > from_on),
    check ((ended_on is null) = (ended_how is null))
);
comment on table approval.public_notice is '公示：公开可见的几项，不写办件、人员编号';
comment on column approval.public_notice.id is '公示环节那一件待办的编号';
comment on column approval.public_notice.service is '事项名称';
comment on column approval.public_notice.who is '姓名，按事项的规定写全或脱敏';
comment on column approval.public_notice.matter is '事由，如金额、原因类别';
comment on column approval.public_notice.unit_id is '公示和审查异议的单位';
comment on column approval.public_notice.examine_days is '异议几个工作日内审查答复';
comment on column approval.public_notice.to_on is '公示最后一天';
comment on column approval.public_notice.ended_how is 'OVER 期满，BACK 退回重办，WITHDRAWN 申请人撤回';
create index public_notice_place on approval.public_notice (code_now, id) where ended_on is null;
create index public_notice_newest on approval.public_notice (from_on desc, id desc) where ended_on is null;

create table approval.objection (
    id             uuid        not null primary key,
    task_id        uuid        not null unique references approval.task,
    notice_id      uuid        not null references approval.public_notice,
    case_id        uuid        not null references approval.case_file,
    person_id      uuid        not null,
    code_now       bigint      not null,
    number         text        not null unique,
    name_sealed    bytea       not null,
    phone_sealed   bytea       not null,
    grounds_sealed bytea       not null,
    filed_on       date        not null,
    filed_at       timestamptz not null,
    filed_by       text        not null,
    filed_unit     uuid,
    ruling         text        check (ruling in ('UPHELD', 'REJECTED')),
    answer_sealed  bytea,
    answered_on    date,
    answered_by    text,
    answered_unit  text,
    check (num_nonnulls(ruling, answer_sealed, answered_on, answered_by, answered_unit) in (0, 5))
);
comment on table approval.objection is '公示异议：申请人本人看不到谁提的';
comment on column approval.objection.person_id is '被提异议的办件的申请人';
comment on column approval.objection.number is '异议编号';
comment on column approval.objection.name_sealed is '提异议的人的姓名，SM4 密文';
comment on column approval.objection.phone_sealed is '提异议的人的电话，SM4 密文';
comment on column approval.objection.grounds_sealed is '异议的事实和理由，SM4 密文';
comment on column approval.objection.filed_by is '怎么收到的：网上，或窗口的谁登记';
comment on column approval.objection.filed_unit is '登记的单位；网上提交为空';
comment on column approval.objection.ruling is '审查结论：UPHELD 成立，REJECTED 不成立';
comment on column approval.objection.answer_sealed is '书面答复，SM4 密文';
create index objection_case on approval.objection (case_id, filed_at, id);
create index objection_notice on approval.objection (notice_id, filed_on);

grant select, insert, update (ended_on, ended_how) on approval.public_notice to rongyi_app, rongyi_self;
grant select, insert, update (code_now, ended_on, ended_how) on approval.public_notice to rongyi_job;
grant select, update (ruling, answer_sealed, answered_on, answered_by, answered_unit) on approval.objection to rongyi_app;
grant select, update (code_now, name_sealed, phone_sealed, grounds_sealed, answer_sealed) on approval.objection to rongyi_job;

alter table approval.public_notice enable row level security;
alter table approval.public_notice force row level security;
create policy hanging on approval.public_notice for select to rongyi_app, rongyi_self using (ended_on is null);
create policy scope on approval.public_notice to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on approval.public_notice to rongyi_self
    using (exists (select from approval.task t where t.id = public_notice.id))
    with check (exists (select from approval.task t where t.id = public_notice.id));
create policy job on approval.public_notice to rongyi_job using (true) with check (true);
create policy owner on approval.public_notice for select to rongyi_owner using (true);

alter table approval.objection enable row level security;
alter table approval.objection force row level security;
create policy scope on approval.objection to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy job on approval.objection to rongyi_job using (true) with check (true);
create policy owner on approval.objection to rongyi_owner using (true) with check (true);

create policy owner on approval.case_file for select to rongyi_owner using (true);
create policy owner_lock on approval.case_file for update to rongyi_owner using (true);
create policy owner on approval.task to rongyi_owner using (true) with check (true);
create policy owner on approval.event for insert to rongyi_owner with check (true);

-- Whoever objects sees neither the case nor its tasks; what he says reaches the desk of the notice, and nothing comes back.
create function approval.object(notice uuid, objection uuid, task uuid, event uuid, objection_number text, name bytea,
                                phone bytea, grounds bytea, today date, at timestamptz, due date, certain boolean,
                                who text, registrar uuid, most integer) returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
        seat approval.task;
    begin
        perform from approval.case_file c
        where c.id = (select t.case_id from approval.task t where t.id = notice)
        for update;
        select t.* into seat from approval.task t where t.id = notice and t.state = 'OPEN';
        if seat.id is null
           or not exists (select from approval.public_notice n
                          where n.id = notice and n.ended_on is null and n.to_on >= today) then
            return 'CLOSED';
        end if;
        if registrar is null
           and (select count(*) from approval.objection o
                where o.notice_id = notice and o.filed_on = today and o.filed_unit is null) >= most then
            return 'FULL_TODAY';
        end if;
        insert into approval.task (id, case_id, person_id, code_now, kind, step, round, zh, unit_id, unit_name,
                                   unit_level, roles, parent, opened_on, opened_at, due_on, due_certain, state)
        values (task, seat.case_id, seat.person_id, seat.code_now, 'OBJECTION', seat.step, seat.round, '异议审查',
                seat.unit_id, seat.unit_name, seat.unit_level, seat.roles, seat.id, today, at, due, certain, 'OPEN');
        insert into approval.objection (id, task_id, notice_id, case_id, person_id, code_now, number, name_sealed,
                                        phone_sealed, grounds_sealed, filed_on, filed_at, filed_by, filed_unit)
        values (objection, task, notice, seat.case_id, seat.person_id, seat.code_now, objection_number, name,
                phone, grounds, today, at, who, registrar);
        insert into approval.event (id, case_id, person_id, code_now, at, what, who)
        values (event, seat.case_id, seat.person_id, seat.code_now, at,
                '公示期间收到异议（' || objection_number || '）', who);
        return 'TAKEN';
    end
    $$;
comment on function approval.object(uuid, uuid, uuid, uuid, text, bytea, bytea, bytea, date, timestamptz, date, boolean,
                                    text, uuid, integer) is '收下对一则公示的异议，开出审查的待办，不回答办件的任何内容';
revoke all on function approval.object(uuid, uuid, uuid, uuid, text, bytea, bytea, bytea, date, timestamptz, date,
                                       boolean, text, uuid, integer) from public;
grant execute on function approval.object(uuid, uuid, uuid, uuid, text, bytea, bytea, bytea, date, timestamptz, date,
                                          boolean, text, uuid, integer) to rongyi_app, rongyi_self;
