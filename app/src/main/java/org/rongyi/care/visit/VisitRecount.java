package org.rongyi.care.visit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rongyi.insight.figures.FactRecount;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the visit records themselves, so that the night can prove the figures. */
@Component
class VisitRecount implements FactRecount {

    private static final String PER_VILLAGE_AND_MONTH = """
            select a.code_now, date_trunc('month', a.happened_on)::date as month, v.mode, v.sent, count(*) as times
            from visit.attendee a
            join visit.visit v on v.id = a.visit_id
            where a.result = 'MET' and not a.withdrawn and not v.withdrawn
            group by 1, 2, 3, 4
            """;

    private final JdbcClient jdbc;

    VisitRecount(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Group(long codeNow, LocalDate month, String mode, int sent, long times) {}

    @Override
    public Set<FigureKind> kinds() {
        return Set.copyOf(VisitKinds.all());
    }

    @Override
    public List<Expected> expected() {
        var sums = new java.util.HashMap<Expected, Long>();
        for (var group : jdbc.sql(PER_VILLAGE_AND_MONTH).query(Group.class).list()) {
            for (var kind : counted(group)) {
                var cell = new Expected(kind, new DivisionCode(group.codeNow()), YearMonth.from(group.month()), 0);
                sums.merge(cell, group.times(), Long::sum);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Expected(
                        sum.getKey().kind(),
                        sum.getKey().codeNow(),
                        sum.getKey().month(),
                        sum.getValue()))
                .toList();
    }

    private static List<FigureKind> counted(Group group) {
        var kinds = new ArrayList<FigureKind>();
        kinds.add(VisitKinds.CONTACT);
        if (ContactRules.isVisit(group.mode())) {
            kinds.add(VisitKinds.VISIT);
        }
        Sent.of(group.sent()).forEach(sent -> kinds.add(VisitKinds.SENT.get(sent.ordinal())));
        return kinds;
    }
}
