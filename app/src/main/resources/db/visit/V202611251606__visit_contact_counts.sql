-- 全省、全市应联系的人数：只读索引即可数出，不必打开每个人的台账。
create index contact_counts on visit.contact (code_now) include (due_on, held, last_contact_on, attention) where active;
