-- 附件、签发的文件按所属记录的编号找，不论是哪一种记录：清除泄密内容用(docs/decisions/0079)
create index attachment_record on documents.attachment (owner_id);
create index issued_record on documents.issued (owner_id);
