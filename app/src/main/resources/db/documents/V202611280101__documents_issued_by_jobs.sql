-- 期限届满由系统办的，也要有书面文书：后台作业可以签发。
grant select, insert, update on documents.serial to rongyi_job;
grant insert on documents.issued to rongyi_job;
grant select, insert on documents.public_entry to rongyi_job;
