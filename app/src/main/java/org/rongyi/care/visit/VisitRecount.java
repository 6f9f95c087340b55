package org.rongyi.care.visit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.springframework.stereotype.Component;

/** Counts the visit records themselves, with all they said before, so that the night can prove the figures of today and of each past day. */
@Component
class VisitRecount implements FactRecount {

    /**
     * Each wording a record had, told on the day it was written and taken back on the day it was changed. The ids of
     * {@link VisitKinds}: 1 联系, 2 走访, from 3 on the six 送 in the order of their bits. Histories of earlier editions say who was
     * met by name; where two of one name are on the record, the fact that was taken back with it says which: such a wording proves
     * nothing of its days, and raises no alarm. Words removed by rule raise the version and leave no history: what was counted stands.
     */
    private static final String RECORDS = """
            select t.kind, t.code_now, t.happened_on, case when t.kind <= 2 then t.person_id end as person, b.value,
                (b.at at time zone 'Asia/Shanghai')::date as booked_on
            from (select v.id as visit_id, v.version, null::timestamptz as until, v.recorded_at, a.happened_on, a.person_id,
                      a.code_now, k.kind
                  from visit.attendee a
                  join visit.visit v on v.id = a.visit_id
                  join generate_series(1, 8) as k (kind)
                      on k.kind = 1 or k.kind = 2 and v.mode = 'HOME' or k.kind > 2 and v.sent & (1 << k.kind - 3) > 0
                  where a.result = 'MET' and not a.withdrawn and not v.withdrawn
                  union all
                  select v.id, h.version, h.at, v.recorded_at, (h.before ->> 'happenedOn')::date, a.person_id, a.code_now,
                      k.kind
                  from visit.history h
                  join visit.visit v on v.id = h.visit_id
                  join visit.attendee a
                      on a.visit_id = h.visit_id
                          and coalesce(jsonb_exists(h.before -> 'met', a.person_id::text),
                                       jsonb_exists(h.before -> 'attendees', a.name || ' 见到')
                                           and (not exists (select from visit.attendee twin
                                                            where twin.visit_id = a.visit_id and twin.name = a.name
                                                              and twin.person_id <> a.person_id)
                                                or exists (select from figures.fact f
                                                           where f.person = a.person_id and f.kind = 1 and f.value < 0
                                                             and f.happened_on = (h.before ->> 'happenedOn')::date
                                                             and f.subject = a.visit_id
                                                             and f.booked_on = (h.at at time zone 'Asia/Shanghai')::date)))
                  join generate_series(1, 8) as k (kind)
                      on k.kind = 1 or k.kind = 2 and h.before ->> 'mode' = 'HOME'
                          or k.kind > 2 and jsonb_exists(h.before -> 'sent', (array %s)[k.kind - 2])) t
            cross join lateral (values
                (1, case when t.version = 1 then t.recorded_at
                         else coalesce((select max(h.at) from visit.history h
                                        where h.visit_id = t.visit_id and h.version < t.version), t.recorded_at) end),
                (-1, t.until)) b (value, at)
            where b.at is not null
            """.formatted(Arrays.stream(Sent.values())
            .map(one -> "'" + one.name() + "'")
            .collect(Collectors.joining(", ", "[", "]")));

    @Override
    public Set<FigureKind> kinds() {
        return Set.copyOf(VisitKinds.all());
    }

    @Override
    public boolean tellsDays() {
        return true;
    }

    @Override
    public String records() {
        return RECORDS;
    }
}
