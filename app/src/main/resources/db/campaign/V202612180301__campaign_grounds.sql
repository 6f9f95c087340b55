-- 资格审查的原因按规定的名录：学历、学位没有认证，没有法律职业资格，也登记得了；直通安置的也写明依据哪一条
alter table campaign.refusal
    drop constraint refusal_ground_check,
    add constraint refusal_ground_check check (ground in ('CONDITIONS', 'DEGREE', 'LICENCE', 'RELATIVES'));
comment on column campaign.refusal.ground is '不符合岗位条件，学历、学位没有认证，没有法律职业资格，或者亲属回避';
alter table campaign.direct_application
    drop constraint direct_application_refused_ground_check,
    add constraint direct_application_refused_ground_check
        check (refused_ground in ('CONDITIONS', 'DEGREE', 'LICENCE', 'RELATIVES')),
    add column refused_rule text not null default '';
comment on column campaign.direct_application.refused_rule is '不通过时依据的规定，连同文件和条款';
