package org.rongyi.career.reception;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a changed number touches: those discharged from its day on who are not placed yet. */
@Component
class ReceptionPolicy implements PolicyReader {

    private static final String COUNT = """
            select count(*) from reception.reception r
            where r.settled_on is null and r.ended_on is null and r.withdrawn_why is null
            """;

    private static final String DISCHARGED = " and r.discharged_on >= :from";

    private static final String UNREPORTED = COUNT + DISCHARGED + " and r.reported_on is null";

    private static final String UNSCORED = COUNT + DISCHARGED + """
             and r.mode = 'ASSIGNED'
             and not exists (select from reception.score s where s.reception_id = r.id and s.state = 'SETTLED')
            """;

    /** By the month, not by the day of discharge. */
    private static final String PAID =
            COUNT + " and r.mode = 'ASSIGNED' and r.reported_on is not null and cast(:from as date) is not null";

    private final JdbcClient jdbc;

    ReceptionPolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "移交接收";
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                "placement.report.days",
                "placement.report.other.days",
                "placement.report.late.days",
                "placement.complete.months",
                "placement.assign.years",
                "placement.marriage.years",
                "placement.outlier",
                "placement.notice.score.days",
                "placement.ending.objection.days",
                "placement.waiting.first.months",
                "placement.wage.lowest",
                "placement.insurance.base",
                "placement.insurance.pension.unit.percent",
                "placement.insurance.pension.own.percent",
                "placement.insurance.medical.unit.percent",
                "training.adaptive.months");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        var day = Words.day(changed.from());
        return List.of(
                switch (id) {
                    case "placement.report.days", "placement.report.other.days", "placement.report.late.days" ->
                        day + "起退役、还没有报到的 " + many(UNREPORTED, changed) + " 人照新的算。";
                    case "placement.assign.years", "placement.marriage.years" -> day + "起退役、以后登记接收的照新的认定；已经接收的不再认定。";
                    case "placement.outlier", "placement.notice.score.days" ->
                        day + "起退役、还没有认定评分的 " + many(UNSCORED, changed) + " 人照新的办；已经认定、在公示的不变。";
                    case "training.adaptive.months" -> day + "起报到的，名册上应当完成适应性培训的日子照新的算。";
                    case "placement.waiting.first.months",
                            "placement.wage.lowest",
                            "placement.insurance.base",
                            "placement.insurance.pension.unit.percent",
                            "placement.insurance.pension.own.percent",
                            "placement.insurance.medical.unit.percent" ->
                        day + "起的月份照新的算，等安排工作的有 " + many(PAID, changed) + " 人。";
                    case "placement.ending.objection.days" -> day + "起作出的决定照新的算。";
                    default -> day + "起退役、还没有安置完的 " + many(COUNT + DISCHARGED, changed) + " 人照新的算；此前退役的不变。";
                });
    }

    private String many(String sql, Parameter.Value changed) {
        return Words.number(
                jdbc.sql(sql).param("from", changed.from()).query(Long.class).single());
    }
}
