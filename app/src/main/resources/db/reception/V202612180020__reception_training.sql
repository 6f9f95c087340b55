-- 适应性培训名册：按报到的先后
create index reception_reported on reception.reception (reported_on, id)
    where reported_on is not null and ended_on is null and withdrawn_why is null;
