-- 别的房间问一个人还等不等安置，不必知道登记表怎么写。
create function reception.is_waiting(p_reception uuid) returns boolean language sql stable as $$
    select exists (
        select from reception.reception r
        where r.id = p_reception and r.settled_on is null and r.ended_on is null and r.withdrawn_why is null)
$$;
comment on function reception.is_waiting(uuid) is
    '他还等着：没有安置、安置待遇没有终止、登记没有撤销；看不到他的登记的人，答案是不等';
