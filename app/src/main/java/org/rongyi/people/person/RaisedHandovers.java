package org.rongyi.people.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Superiors;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.Term;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 逾期没有答复的移交, and those that wait at a station where nobody is, at once: stand on the list of the town above the village that has to answer,
 * or of the nearest above where somebody is, so that nobody falls between two stations.
 */
@Component
class RaisedHandovers implements OtherRaised, PolicyReader {

    static final String ANSWER = "person.handover.days";

    private static final String WAITING = """
            select id, name, answer_code, (asked_at at time zone 'Asia/Shanghai')::date as asked_on,
                   answer_code <> all (:manned::bigint[]) as unmanned
            from person.handover
            where state = 'ASKED' and answer_code >= :low and answer_code < :high
              and (asked_at < :before::date at time zone 'Asia/Shanghai' or answer_code <> all (:manned::bigint[]))
            order by asked_at, id
            limit :most
            """;

    private static final String TOWNS = """
            select distinct answer_code - answer_code % 1000
            from person.handover
            where state = 'ASKED' and answer_code >= :low and answer_code < :high
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final Superiors superiors;
    private final Clock clock;

    RaisedHandovers(
            JdbcClient jdbc, Policy policy, WorkingDays days, Divisions divisions, Superiors superiors, Clock clock) {
        this.superiors = superiors;
        this.jdbc = jdbc;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.clock = clock;
    }

    private record Waiting(UUID id, String name, long answerCode, LocalDate askedOn, boolean unmanned) {}

    @Override
    public List<Line> raised(Actor.Office reader) {
        var towns = superiors.towns(reader);
        if (towns.isEmpty()) {
            return List.of();
        }
        var asked = jdbc.sql(TOWNS)
                .param("low", reader.unitCode().value())
                .param("high", reader.unitCode().end())
                .query(Long.class)
                .set();
        return towns.stream()
                .filter(town -> asked.contains(town.value()))
                .flatMap(town -> of(reader, town).stream())
                .sorted(Comparator.comparing(Line::due))
                .toList();
    }

    private List<Line> of(Actor.Office reader, DivisionCode town) {
        var today = LocalDate.now(clock);
        int within = policy.number(ANSWER, today);
        return jdbc
                .sql(WAITING)
                .param("low", town.value())
                .param("high", town.end())
                .param("before", today.minusDays(within))
                .param(
                        "manned",
                        superiors.mannedVillages(town).stream()
                                .map(DivisionCode::value)
                                .toArray(Long[]::new))
                .param("most", MOST)
                .query(Waiting.class)
                .list()
                .stream()
                .flatMap(one -> line(reader, one, within, today).stream())
                .toList();
    }

    private Optional<Line> line(Actor.Office reader, Waiting one, int within, LocalDate today) {
        var due = Term.after(days.calendar(), one.askedOn(), within).on();
        if (!one.unmanned() && !due.isBefore(today)) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                "没有答复移交：" + one.name(),
                divisions.nameBelow(reader.unitCode(), new DivisionCode(one.answerCode())),
                one.askedOn(),
                due,
                due.isBefore(today) ? Task.Ground.LATE : Task.Ground.UNMANNED,
                "/handovers/" + one.id()));
    }

    @Override
    public String room() {
        return "一人一档";
    }

    @Override
    public Set<String> reads() {
        return Set.of(ANSWER);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效那天还没有答复的移交，都按新期限看有没有逾期。");
    }
}
