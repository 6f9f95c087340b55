-- 办件的文书到期：只销毁内容，登记和查验留着。
alter table documents.issued alter column file_id drop not null;
alter table documents.issued add column gone_on date;
alter table documents.issued add constraint issued_gone check ((file_id is null) = (gone_on is not null));
comment on column documents.issued.gone_on is '内容到期销毁的日期；空为还在';
create index issued_kept on documents.issued (owner_kind, id) where file_id is not null;
grant update (file_id, gone_on) on documents.issued to rongyi_job;
