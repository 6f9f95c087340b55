package org.rongyi.care.fund.payee;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task;
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

/** 退汇逾期没有核对的: stand on the list of the town above the village that asks him for his card, until somebody has. */
@Component
class RaisedReturns implements OtherRaised, PolicyReader {

    static final String WITHIN = "fund.returned.days";

    private static final String LATE = """
            select m.id, m.person_name, m.code_now, p.back_on
            from fund.grant_made m
            cross join lateral (select max(coalesce(f.paid_on, (f.planned_at at time zone 'Asia/Shanghai')::date)) as back_on
                                from fund.payment f where f.grant_id = m.id) p
            where m.state = 'RETURNED' and m.town = :town and p.back_on >= :since and p.back_on < :before
              and not exists (select from fund.payee_change c where c.grant_id = m.id and c.state = 'PROPOSED')
            order by p.back_on, m.id
            limit :most
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final Clock clock;

    RaisedReturns(JdbcClient jdbc, Policy policy, WorkingDays days, Divisions divisions, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.clock = clock;
    }

    private record Late(UUID id, String personName, long codeNow, LocalDate backOn) {}

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.level() != Level.TOWN) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        int within = policy.number(WITHIN, today);
        return jdbc
                .sql(LATE)
                .param("town", reader.unitCode().value())
                .param("since", LocalDate.of(days.calendar().years().first(), 1, 1)) // before it no day can be counted
                .param("before", today.minusDays(within))
                .param("most", MOST)
                .query(Late.class)
                .list()
                .stream()
                .flatMap(one ->
                        days.calendar().missed(one.backOn(), within, today).map(due -> line(reader, one, due)).stream())
                .toList();
    }

    private Line line(Actor.Office reader, Late one, LocalDate due) {
        return new Line(
                "银行退回来的没有核对收款账号：" + one.personName(),
                divisions.nameBelow(reader.unitCode(), new DivisionCode(one.codeNow())),
                one.backOn(),
                due,
                Task.Ground.LATE,
                "/grants/" + one.id());
    }

    @Override
    public String room() {
        return "资金";
    }

    @Override
    public Set<String> reads() {
        return Set.of(WITHIN);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("还没有核对的退汇，期限一律照新的算。");
    }
}
