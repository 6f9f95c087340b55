-- 复核：对办件的结果有异议，由作出决定的单位的上一级再看一遍；自己也是一件办件。
alter table approval.case_file drop constraint case_file_result_check;
alter table approval.case_file add constraint case_file_result_check
    check (result in ('AGREED', 'REFUSED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED', 'UPHELD', 'OVERTURNED'));
alter table approval.case_file add column reopened boolean not null default false;
comment on column approval.case_file.reopened is '经复核撤销原决定、重新处理；不妨碍另有一件同类申请在办';

-- 同一事项一个人只有一件在办；复核按原办件各是各的，重新处理的不算
drop index approval.case_one_open;
create unique index case_one_open on approval.case_file (service, person_id)
    where state in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED') and service <> 'RECHECK' and not reopened;

-- 重新处理的，决定再送达一次
alter table approval.delivery add column round integer not null default 1;
comment on column approval.delivery.round is '第几轮的决定';
alter table approval.delivery drop constraint delivery_pkey;
alter table approval.delivery add primary key (case_id, round);

create table approval.recheck (
    id           uuid    not null primary key references approval.case_file,
    of_case      uuid    not null references approval.case_file,
    of_round     integer not null,
    person_id    uuid    not null,
    code_now     bigint  not null,
    words_sealed bytea   not null
);
comment on table approval.recheck is '复核针对哪一件、哪一轮的决定，为什么有异议';
comment on column approval.recheck.id is '复核自己的办件';
comment on column approval.recheck.of_case is '原办件';
comment on column approval.recheck.of_round is '原办件第几轮的决定';
comment on column approval.recheck.words_sealed is '哪里不服、理由，SM4 密文';
create index recheck_of on approval.recheck (of_case);

grant select, insert on approval.recheck to rongyi_app, rongyi_self;
grant select, update (code_now, words_sealed) on approval.recheck to rongyi_job;

alter table approval.recheck enable row level security;
alter table approval.recheck force row level security;
create policy scope on approval.recheck to rongyi_app
    using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
    with check (code_now <@ (select kernel.scope_ranges()));
create policy self on approval.recheck to rongyi_self
    using (person_id = (select kernel.self_person()))
    with check (person_id = (select kernel.self_person()));
create policy kin on approval.recheck to rongyi_self
    using (person_id = (select kernel.kin_person())
           and exists (select from approval.case_file c where c.id = recheck.id))
    with check (person_id = (select kernel.kin_person())
                and exists (select from approval.case_file c where c.id = recheck.id));
create policy job on approval.recheck to rongyi_job using (true) with check (true);
