-- 截至某日入账的名单：那天之后改过的，看改之前写的是什么。
create function visit.was(visit uuid, at timestamptz) returns jsonb
    language sql stable
    as $$
        select h.before from visit.history h where h.visit_id = was.visit and h.at >= was.at order by h.version limit 1
    $$;
comment on function visit.was(uuid, timestamptz) is '这一刻之后改过的走访，改之前写的；没有改过的为空';

create function visit.met_by(visit uuid, at timestamptz) returns boolean
    language sql stable
    as $$
        select case when visit.was(met_by.visit, met_by.at) is null
                    then exists (select from visit.attendee a
                                 where a.visit_id = met_by.visit and a.result = 'MET' and not a.withdrawn)
                    else exists (select from jsonb_array_elements_text(visit.was(met_by.visit, met_by.at) -> 'attendees') w (said)
                                 where w.said like '% 见到') end
    $$;
comment on function visit.met_by(uuid, timestamptz) is '那一刻这次走访是否记着见到了人';

revoke all on function visit.was(uuid, timestamptz), visit.met_by(uuid, timestamptz) from public;
grant execute on function visit.was(uuid, timestamptz), visit.met_by(uuid, timestamptz) to rongyi_app;
