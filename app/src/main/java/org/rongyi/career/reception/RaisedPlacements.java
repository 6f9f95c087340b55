package org.rongyi.career.reception;

import java.util.List;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 接收满六个月没有安置的: stand on the list of the city above the county that received them, the longest wait first, until each is placed or his
 * 安置待遇 has ended; of a city without counties (东莞、中山), which received them itself, on the province's.
 */
@Component
class RaisedPlacements implements OtherRaised {

    private static final String LATE = "select " + Receptions.COLUMNS + """
            from reception.reception r
            where r.code_now >= :low and r.code_now < :high and r.code_now <@ :ranges::int8multirange and r.withdrawn_why is null
              and r.received_on < :tooLongAgo and r.settled_on is null and r.ended_on is null
            order by r.received_on, r.id
            limit :most
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final ReceptionTerms terms;
    private final Divisions divisions;

    RaisedPlacements(JdbcClient jdbc, ReceptionTerms terms, Divisions divisions) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.divisions = divisions;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        var below = below(reader);
        if (below.isEmpty()) {
            return List.of();
        }
        var today = divisions.today();
        return jdbc
                .sql(LATE)
                .param("low", below.low())
                .param("high", below.high())
                .param("ranges", below.toMultirange())
                .param("tooLongAgo", terms.receivedTooLongAgo(today))
                .param("most", MOST)
                .query((row, n) -> Receptions.read(row))
                .list()
                .stream()
                .filter(one -> terms.completeBy(one).isBefore(today))
                .map(one -> new Line(
                        "超过安置期限：" + one.personName() + "，" + Words.day(one.received()) + "接收",
                        divisions.nameBelow(reader.unitCode(), one.code().at(Level.COUNTY)),
                        one.received(),
                        terms.completeBy(one),
                        Task.Ground.LATE,
                        "/receptions/" + one.id()))
                .toList();
    }

    /** Where the bureau directly below the reader's receives. */
    private Scope below(Actor.Office reader) {
        return switch (reader.level()) {
            case PROVINCE ->
                Scope.of(divisions.children(reader.unitCode(), divisions.today()).stream()
                        .map(Division::code)
                        .filter(divisions::isCountyless)
                        .toList());
            case CITY -> reader.worksAt(Level.COUNTY) ? Scope.NOTHING : Scope.of(reader.unitCode());
            case COUNTY, TOWN, VILLAGE -> Scope.NOTHING;
        };
    }
}
