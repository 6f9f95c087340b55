-- 数据范围是一个集合，一问即得：原先分上界、下界、各段四问，每一句 SQL 里每张表都要各备一份，备的时间比办的时间长。
-- 仍只作过滤（docs/decisions/0009）；未设范围时为空值，一行也不给。
do $$
declare
    t text;
begin
    foreach t in array array['visit', 'attendee', 'history', 'photo', 'contact'] loop
        execute format(
            'alter policy scope on visit.%I
                 using (case when code_now <@ (select kernel.scope_ranges()) then true else false end)
                 with check (code_now <@ (select kernel.scope_ranges()))', t);
    end loop;
end
$$;
