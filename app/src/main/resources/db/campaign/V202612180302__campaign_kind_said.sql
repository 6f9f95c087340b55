-- 军官的类别：得分里的职务看得出的不用人说；一个人说的，要另一位核对。以前列入的军官分不出来，都算人说的
alter table campaign.candidate add column kind_said boolean not null default false;
comment on column campaign.candidate.kind_said is '类别是列入的人选的，得分里看不出：要另一位同事核对';
alter table campaign.candidate no force row level security;
update campaign.candidate set kind_said = true where kind <> 'SOLDIER';
alter table campaign.candidate force row level security;
