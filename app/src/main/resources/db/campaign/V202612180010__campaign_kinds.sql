-- 哪一类人、资格审查依据哪一条规定
alter table campaign.candidate add column kind text not null default 'SOLDIER'
    check (kind in ('SOLDIER', 'BATTALION', 'REGIMENT', 'DIVISION', 'MERIT'));
comment on column campaign.candidate.kind is '参加人类别：按它看可以用哪种安置方式';
alter table campaign.refusal add column rule text not null default '';
comment on column campaign.refusal.rule is '不通过时依据的规定，连同文件和条款';
