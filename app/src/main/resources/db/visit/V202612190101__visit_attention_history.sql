-- 重点联系的事由改过以后，以前是什么、谁改的，仍然查得到；事由说得出人的身体和家境，密封
create table visit.attention_history (
    person_id     uuid        not null references visit.contact on delete cascade,
    version       integer     not null,
    at            timestamptz not null,
    by_name       text        not null,
    by_unit       text        not null,
    before_sealed bytea,
    primary key (person_id, version)
);
comment on table visit.attention_history is '联系类别改以前的样子';
comment on column visit.attention_history.before_sealed is '以前的重点联系事由，SM4 密文；没有的，以前是普遍联系';

grant select, insert on visit.attention_history to rongyi_app;
grant select, insert, update on visit.attention_history to rongyi_job;

-- 谁负责联系他，谁看得到；移交以后随联系台账走
alter table visit.attention_history enable row level security;
alter table visit.attention_history force row level security;
create policy scope on visit.attention_history to rongyi_app
    using (exists (select from visit.contact c where c.person_id = attention_history.person_id))
    with check (exists (select from visit.contact c where c.person_id = attention_history.person_id));
create policy job on visit.attention_history to rongyi_job using (true) with check (true);
