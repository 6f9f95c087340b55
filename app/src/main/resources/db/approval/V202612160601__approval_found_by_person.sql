-- 留痕按所涉的人查：他的移送、对他的办件提的异议
create index transfer_person on approval.transfer (person_id);
create index objection_person on approval.objection (person_id);
