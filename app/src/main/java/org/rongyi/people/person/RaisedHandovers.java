package org.rongyi.people.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 逾期没有答复的移交: stand on the list of the town above the village that has to answer, so that nobody falls between two stations. */
@Component
class RaisedHandovers implements OtherRaised, PolicyReader {

    static final String ANSWER = "person.handover.days";

    private static final String LATE = """
            select id, name, answer_code, (asked_at at time zone 'Asia/Shanghai')::date as asked_on
            from person.handover
            where state = 'ASKED' and answer_code >= :low and answer_code < :high
              and asked_at < :before::date at time zone 'Asia/Shanghai'
            order by asked_at, id
            limit :most
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final Clock clock;

    RaisedHandovers(JdbcClient jdbc, Policy policy, WorkingDays days, Divisions divisions, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.clock = clock;
    }

    private record Late(UUID id, String name, long answerCode, LocalDate askedOn) {}

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.level() != Level.TOWN) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        int within = policy.number(ANSWER, today);
        var town = reader.unitCode();
        return jdbc
                .sql(LATE)
                .param("low", town.value())
                .param("high", town.end())
                .param("before", today.minusDays(within))
                .param("most", MOST)
                .query(Late.class)
                .list()
                .stream()
                .flatMap(one ->
                        days.calendar().missed(one.askedOn(), within, today).map(due -> line(town, one, due)).stream())
                .toList();
    }

    private Line line(DivisionCode town, Late one, LocalDate due) {
        return new Line(
                "没有答复移交：" + one.name(),
                divisions.nameBelow(town, new DivisionCode(one.answerCode())),
                due,
                "/handovers/" + one.id());
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
