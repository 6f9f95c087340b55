-- 未上门的也数：索引里带上次走访日，数的时候仍不翻原表。
drop index visit.contact_counts;
create index contact_counts on visit.contact (code_now) include (due_on, held, last_contact_on, last_visit_on, attention)
    where active;
