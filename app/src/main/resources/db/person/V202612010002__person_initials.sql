-- 拼音首字母打前两个就找得到：张三丰，zs 和 zsf 都行。
insert into person.name_gram (gram, code_now, person_id)
select left(g.gram, typed), g.code_now, g.person_id
from person.name_gram g
cross join generate_series(3, length(g.gram) - 1) typed
where g.gram like ':%'
on conflict do nothing;
