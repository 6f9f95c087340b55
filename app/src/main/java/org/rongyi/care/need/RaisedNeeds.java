package org.rongyi.care.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 逾期没有答复的需求: stand on the list of the town above the village that has to answer, until they are answered. */
@Component
class RaisedNeeds implements OtherRaised {

    private static final String LATE = """
            select id, person_name, kind, code_now, asked_on
            from need.need
            where town = :town and state in ('OPEN', 'ACCEPTED') and asked_on >= :since and asked_on < :before
            order by asked_on, id
            limit :most
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final Clock clock;

    RaisedNeeds(JdbcClient jdbc, Policy policy, WorkingDays days, Divisions divisions, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.clock = clock;
    }

    private record Late(UUID id, String personName, String kind, long codeNow, LocalDate askedOn) {}

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.level() != Level.TOWN) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        return jdbc
                .sql(LATE)
                .param("town", reader.unitCode().value())
                .param("since", LocalDate.of(days.calendar().years().first(), 1, 1)) // before it no day can be counted
                .param("before", today.minusDays(policy.number(NeedPolicy.ANSWER, today)))
                .param("most", MOST)
                .query(Late.class)
                .list()
                .stream()
                .flatMap(one -> days
                        .calendar()
                        .missed(one.askedOn(), policy.number(NeedPolicy.ANSWER, today), today)
                        .map(due -> line(reader, one, due))
                        .stream())
                .toList();
    }

    private Line line(Actor.Office reader, Late one, LocalDate due) {
        return new Line(
                "没有答复需求：" + one.personName() + "，" + policy.label("need.kind", one.kind()),
                divisions.nameBelow(reader.unitCode(), new DivisionCode(one.codeNow())),
                due,
                "/needs/" + one.id());
    }
}
