-- 政策找人：按户找去世的人，不翻遍全部档案
create index person_deceased on person.person (household_id, status_on) where status = 'DECEASED';
