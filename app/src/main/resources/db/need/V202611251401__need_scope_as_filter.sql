-- 数据范围只作过滤，不作索引条件：范围的值在规划时看不见，规划器会以为所剩无几，放着按日期排好的索引不用，把全省读一遍再排序。
-- 名单自己带着单位条件走索引（docs/decisions/0009）。未设范围时 case 落到 false，一行也不给。
do $$
declare
    t text;
begin
    foreach t in array array['need'] loop
        execute format(
            'alter policy scope on need.%I
                 using (case when code_now >= (select kernel.scope_low()) and code_now < (select kernel.scope_high())
                             then (select kernel.scope_ranges()) is null or code_now <@ (select kernel.scope_ranges())
                             else false end)', t);
    end loop;
end
$$;
