-- 联系名单按应联系日、再按小组的自然次序排列；次序存在行里，翻页仍只读索引。
alter table visit.contact add column lane text not null generated always as (person.lane(group_name)) stored;
comment on column visit.contact.lane is '小组或街路的排序键';
drop index visit.contact_village, visit.contact_town, visit.contact_county, visit.contact_city, visit.contact_province;
create index contact_village on visit.contact (code_now, due_on, lane, person_id) where active;
create index contact_town on visit.contact (town, due_on, lane, person_id) where active;
create index contact_county on visit.contact (county, due_on, lane, person_id) where active;
create index contact_city on visit.contact (city, due_on, lane, person_id) where active;
create index contact_province on visit.contact (due_on, lane, person_id) where active;

-- 现在表里也有一列叫 lane：小组要取的是参数，写明是谁的。
create or replace function visit.hand_over(person uuid, village bigint, lane text) returns void
    language sql volatile security definer set search_path = ''
    as $$
        update visit.contact c set code_now = hand_over.village, group_name = hand_over.lane
        where c.person_id = hand_over.person
    $$;
