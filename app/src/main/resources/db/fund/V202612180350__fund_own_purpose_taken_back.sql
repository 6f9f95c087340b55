-- 填错了的，提出的负责人自己可以撤回；核定仍旧要另一个人。
alter table fund.purpose_change drop constraint purpose_confirmed_by_another;
alter table fund.purpose_change add constraint purpose_confirmed_by_another
    check (state <> 'CONFIRMED' or decided_by not in (proposed_by, coalesce(proposed_for, proposed_by)));
