-- What row-level policies ask: on whose data the running transaction may act. Plain SQL functions, so that the
-- planner inlines them and a scope reaches the index; an unset scope is null, and null lets no row through.
create schema kernel;
comment on schema kernel is '内核：当前事务的数据范围';

create function kernel.scope_low() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('rongyi.low', true), '')::bigint;
comment on function kernel.scope_low() is '数据范围下界（区划代码，含）';

create function kernel.scope_high() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('rongyi.high', true), '')::bigint;
comment on function kernel.scope_high() is '数据范围上界（区划代码，不含）';

create function kernel.scope_ranges() returns int8multirange
    language sql stable parallel safe
    return nullif(current_setting('rongyi.ranges', true), '')::int8multirange;
comment on function kernel.scope_ranges() is '数据范围的各段；只有一段时为空值';

create function kernel.self_person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('rongyi.person', true), '')::uuid;
comment on function kernel.self_person() is '本人查询时的人员编号';

revoke execute on all functions in schema kernel from public;
grant usage on schema kernel to rongyi_app, rongyi_self, rongyi_job;
grant execute on all functions in schema kernel to rongyi_app, rongyi_self, rongyi_job;
