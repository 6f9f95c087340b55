package org.rongyi.care.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Superiors;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 逾期没有答复的需求: stand on the list of the town that has to answer what its villages heard. Where nobody is at the town's station all of
 * its open needs stand at once on the list of the nearest above where somebody is, one line a town; so do those of a station hosted above
 * the towns (依托单位站) that has nobody who may answer.
 */
@Component
class RaisedNeeds implements OtherRaised {

    private static final String LATE = """
            select id, person_name, kind, code_now, asked_on
            from need.need
            where town = :town and state in ('OPEN', 'ACCEPTED') and asked_on >= :since and asked_on < :before
            order by asked_on, id
            limit :most
            """;

    private static final String UNMANNED = """
            select town, count(*) as many, min(asked_on) as since
            from need.need
            where town = any(:towns) and state in ('OPEN', 'ACCEPTED')
            group by town
            order by since, town
            """;

    private static final int MOST = 50;

    /** At a village's station a need is heard, and not answered ({@link AnswerNeed}). */
    private static final Set<Level> ANSWERING = Set.of(Level.TOWN, Level.COUNTY);

    private final JdbcClient jdbc;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final UnitDirectory units;
    private final Superiors superiors;
    private final Clock clock;

    RaisedNeeds(
            JdbcClient jdbc,
            Policy policy,
            WorkingDays days,
            Divisions divisions,
            UnitDirectory units,
            Superiors superiors,
            Clock clock) {
        this.units = units;
        this.superiors = superiors;
        this.jdbc = jdbc;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.clock = clock;
    }

    private record Late(UUID id, String personName, String kind, long codeNow, LocalDate askedOn) {}

    private record Deserted(long town, long many, LocalDate since) {}

    @Override
    public List<Line> raised(Actor.Office reader) {
        return reader.level() == Level.TOWN ? late(reader) : deserted(reader, superiors.below(reader));
    }

    private List<Line> deserted(Actor.Office reader, Superiors.Below below) {
        var answering = superiors.staffed(below.seats(), ANSWERING);
        var towns = new ArrayList<>(below.towns());
        below.seats().stream().filter(seat -> !answering.contains(seat)).forEach(towns::add);
        return towns.isEmpty()
                ? List.of()
                : jdbc
                        .sql(UNMANNED)
                        .param("towns", towns.stream().map(DivisionCode::value).toArray(Long[]::new))
                        .query(Deserted.class)
                        .list()
                        .stream()
                        .map(one -> line(reader, one, below.seats().contains(new DivisionCode(one.town()))))
                        .toList();
    }

    private Line line(Actor.Office reader, Deserted one, boolean hosted) {
        var town = new DivisionCode(one.town());
        var today = LocalDate.now(clock);
        var first = LocalDate.of(days.calendar().years().first(), 1, 1); // before it no day can be counted
        var from = one.since().isBefore(first) ? first : one.since();
        var due = Term.after(days.calendar(), from, policy.number(NeedPolicy.ANSWER, today))
                .on();
        return new Line(
                "没有人答复需求：" + one.many() + " 件，" + (hosted ? "依托单位站没有能答复的人在岗" : "镇街没有人在岗"),
                hosted ? units.hostedAt(town).orElse("依托单位站") : divisions.nameBelow(reader.unitCode(), town),
                one.since(),
                due,
                due.isBefore(today) ? Task.Ground.LATE : Task.Ground.UNMANNED,
                "/needs?unit=" + one.town());
    }

    private List<Line> late(Actor.Office reader) {
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
                one.askedOn(),
                due,
                Task.Ground.LATE,
                "/needs/" + one.id());
    }
}
