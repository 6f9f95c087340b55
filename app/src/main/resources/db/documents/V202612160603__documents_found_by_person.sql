-- 留痕按所涉的人查：发给他的文书
create index issued_person on documents.issued (person_id) where person_id is not null;
