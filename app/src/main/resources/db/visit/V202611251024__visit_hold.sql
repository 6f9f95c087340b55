-- A record that said 已故 or 迁出 stays as it was written; when it was checked and is not so, it holds him no longer.
alter table visit.contact add column cleared_visit uuid;
comment on column visit.contact.cleared_visit is '查无此事或已核实的那次走访记录：它的结果不再使人待核实';
