alter table person.person
    add column status_on     date,
    add column status_ground text,
    add check ((status = 'ACTIVE') = (status_on is null)),
    add check ((status = 'ACTIVE') = (status_ground is null));
comment on column person.person.status_on is '去世或迁出的日期';
comment on column person.person.status_ground is '核实依据，如户口注销证明、家属告知';
