package org.rongyi.platform.approval;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What another limit would do: cases keep those of the day they were filed, so it reaches only later ones. */
@Component
class ApprovalPolicy implements PolicyReader {

    private static final String OPEN = """
            select count(*) from approval.case_file where state in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED')
            """;

    private final JdbcClient jdbc;
    private final RouteBook book;

    ApprovalPolicy(JdbcClient jdbc, RouteBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    @Override
    public String room() {
        return "办理";
    }

    @Override
    public Set<String> reads() {
        var ids = new TreeSet<>(Set.of(
                "approval.complaint.days",
                "approval.litigate.months",
                RaiseObjection.MOST,
                AskRecheck.WITHIN,
                Transfers.DAYS,
                "approval.rating.days",
                "approval.reconsider.days"));
        book.services().stream()
                .flatMap(service -> service.routes().stream())
                .forEach(route -> ids.addAll(route.parameters()));
        return ids;
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        long open = jdbc.sql(OPEN).query(Long.class).single();
        return List.of("生效以后提交的申请按 " + changed.numberInWords() + " "
                + now.get(id).unit() + "办；在办的 " + open + " 件按提交那天的期限办，不变。");
    }
}
