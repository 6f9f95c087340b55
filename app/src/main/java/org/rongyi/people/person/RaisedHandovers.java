package org.rongyi.people.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Superiors;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.Term;
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
 * or of the nearest above where somebody is, so that nobody falls between two stations; of a hosted station (依托单位站), above the place
 * that hosts it.
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

    private static final String ASKED = """
            select distinct answer_code
            from person.handover
            where state = 'ASKED' and answer_code >= :low and answer_code < :high
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final WorkingDays days;
    private final Villages villages;
    private final Superiors superiors;
    private final Clock clock;

    RaisedHandovers(
            JdbcClient jdbc, Policy policy, WorkingDays days, Villages villages, Superiors superiors, Clock clock) {
        this.superiors = superiors;
        this.jdbc = jdbc;
        this.policy = policy;
        this.days = days;
        this.villages = villages;
        this.clock = clock;
    }

    private record Waiting(UUID id, String name, long answerCode, LocalDate askedOn, boolean unmanned) {}

    @Override
    public List<Line> raised(Actor.Office reader) {
        var below = superiors.below(reader);
        if (below.isEmpty()) {
            return List.of();
        }
        var asked = jdbc
                .sql(ASKED)
                .param("low", reader.unitCode().value())
                .param("high", reader.unitCode().end())
                .query(Long.class)
                .stream()
                .map(DivisionCode::new)
                .collect(Collectors.toSet());
        var manned = superiors.staffed(asked);
        return Stream.concat(below.towns().stream(), below.seats().stream())
                .filter(town -> asked.stream().anyMatch(town::contains))
                .flatMap(town -> of(reader, town, manned).stream())
                .sorted(Comparator.comparing(Line::due))
                .toList();
    }

    private List<Line> of(Actor.Office reader, DivisionCode town, Set<DivisionCode> manned) {
        var today = LocalDate.now(clock);
        int within = policy.number(ANSWER, today);
        return jdbc
                .sql(WAITING)
                .param("low", town.value())
                .param("high", town.end())
                .param("before", today.minusDays(within))
                .param(
                        "manned",
                        manned.stream()
                                .filter(town::contains)
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
                villages.nameBelow(reader.unitCode(), new DivisionCode(one.answerCode())),
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
