package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.access.PostEnded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 离岗即交回: what waited for somebody alone goes back to his unit's posts in the transaction in which his post ends. A post that
 * ends on a later day, and a case beyond the reach of whoever ends it, are the night's ({@link CaseNight}).
 */
@Component
class LeftBehind {

    private static final String LEFT = """
            select t.id
            from approval.task t
            where t.state = 'OPEN' and t.assigned_account = :account and t.unit_id = :unit
              and not access.serves(t.assigned_account, t.unit_id, t.roles, :today)
            order by t.case_id, t.id
            """;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Clock clock;

    LeftBehind(JdbcClient jdbc, Cases cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void giveBack(PostEnded ended) {
        var left = jdbc.sql(LEFT)
                .param("account", ended.account())
                .param("unit", ended.unit())
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list();
        for (var id : left) {
            cases.findTask(id)
                    .flatMap(task -> cases.lock(task.caseId()))
                    .ifPresent(file ->
                            cases.findTask(id).filter(Task::isOpen).ifPresent(task -> cases.giveBack(file, task)));
        }
    }
}
