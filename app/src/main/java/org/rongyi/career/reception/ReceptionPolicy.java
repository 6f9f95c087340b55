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

    private static final String OPEN = """
            select count(*) from reception.reception r
            where r.discharged_on >= :from and r.settled_on is null and r.ended_on is null
              and r.withdrawn_why is null
            """;

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
                "placement.report.late.days",
                "placement.complete.months",
                "placement.assign.years",
                "placement.marriage.years",
                "placement.outlier",
                "placement.notice.score.days",
                "placement.ending.objection.days",
                "placement.waiting.first.months",
                "placement.wage.lowest");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        long open =
                jdbc.sql(OPEN).param("from", changed.from()).query(Long.class).single();
        return List.of(Words.day(changed.from()) + "起退役、还没有安置完的 " + Words.number(open) + " 人照新的算；此前退役的不变。");
    }
}
