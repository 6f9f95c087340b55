-- 随父母易地安置：父母户口须在服现役期间迁移，所以记下迁移的日期。
alter table reception.reception add column parents_moved_on date;
comment on column reception.reception.parents_moved_on is '父母户口迁移之日，随父母安置的才有';
alter table reception.reception add constraint reception_parents_moved
    check (parents_moved_on is null or basis = 'PARENTS');
