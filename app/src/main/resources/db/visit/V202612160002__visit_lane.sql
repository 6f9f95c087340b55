-- 联系名单按应联系日、再按小组的自然次序排列；次序存在行里，翻页仍只读索引。
alter table visit.contact add column lane text not null generated always as (person.lane(group_name)) stored;
comment on column visit.contact.lane is '小组或街路的排序键';
drop index visit.contact_village, visit.contact_town, visit.contact_county, visit.contact_city, visit.contact_province;
create index contact_village on visit.contact (code_now, due_on, lane, person_id) where active;
create index contact_town on visit.contact (town, due_on, lane, person_id) where active;
create index contact_county on visit.contact (county, due_on, lane, person_id) where active;
create index contact_city on visit.contact (city, due_on, lane, person_id) where active;
create index contact_province on visit.contact (due_on, lane, person_id) where active;
