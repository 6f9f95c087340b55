package org.rongyi.care.visit;

import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.springframework.stereotype.Component;

/** Counts the visit records themselves, so that the night can prove the figures. */
@Component
class VisitRecount implements FactRecount {

    /** The ids of {@link VisitKinds}: 1 联系, 2 走访, from 3 on the six 送 in the order of their bits. */
    private static final String RECORDS = """
            select k.kind, a.code_now, a.happened_on, case when k.kind <= 2 then a.person_id end as person, 1 as value
            from visit.attendee a
            join visit.visit v on v.id = a.visit_id
            join generate_series(1, 8) as k (kind)
                on k.kind = 1 or k.kind = 2 and v.mode = 'HOME' or k.kind > 2 and v.sent & (1 << k.kind - 3) > 0
            where a.result = 'MET' and not a.withdrawn and not v.withdrawn
            """;

    @Override
    public Set<FigureKind> kinds() {
        return Set.copyOf(VisitKinds.all());
    }

    @Override
    public String records() {
        return RECORDS;
    }
}
