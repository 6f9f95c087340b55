-- 没有见到人的，没有什么可送：六送记 0。
alter table visit.visit drop constraint visit_sent_check;
alter table visit.visit add constraint visit_sent_check check (sent between 0 and 63);
comment on column visit.visit.sent is '六送，按位：1 政策 2 技能 4 岗位 8 帮扶 16 保障 32 尊崇；谁也没有见到的为 0';
