-- 代班的人核定、核对的，也记下代谁：被代的人算参与过认定、参与过核销，提出的人不能由别人代着自己核定。
alter table fund.settlement add column decided_for uuid;
comment on column fund.settlement.decided_for is '代谁核定的';
alter table fund.settlement drop constraint settlement_by_another;
alter table fund.settlement add constraint settlement_by_another
    check (decided_by is null
           or not array[decided_by, decided_for] && array[proposed_by, coalesce(proposed_for, proposed_by)]);
grant update (decided_for) on fund.settlement to rongyi_app;

alter table fund.recovery add column waived_for uuid;
comment on column fund.recovery.waived_for is '代谁核定核销的';
alter table fund.recovery drop constraint recovery_waived_by_another;
alter table fund.recovery add constraint recovery_waived_by_another
    check (waived_by is null or not array[waived_by, waived_for] && array[waive_by, coalesce(waive_for, waive_by)]);
grant update (waived_for) on fund.recovery to rongyi_app;

alter table fund.payee_change add column decided_for uuid;
comment on column fund.payee_change.decided_for is '代谁核对的';
alter table fund.payee_change drop constraint payee_confirmed_by_another;
alter table fund.payee_change add constraint payee_confirmed_by_another
    check (decided_by is null
           or not array[decided_by, decided_for] && array[proposed_by, coalesce(proposed_for, proposed_by)]);
grant update (decided_for) on fund.payee_change to rongyi_app;
