package org.rongyi.care.fund.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came back, instalment by instalment. */
@Component
public class Repayments {

    private static final String REPAYMENT = """
            insert into fund.repayment (id, recovery_id, fund_id, person_id, code_now, amount, lots, shares, on_day, document,
                                        by_account, by_name, at)
            values (:id, :recovery, :fund, :person, :code, :amount, :lots::uuid[], :shares::bigint[], :on, :document, :by,
                    :byName, :at)
            """;

    private static final String REPAYMENTS = """
            select p.id, p.amount, p.lots, p.shares, p.on_day, p.document, p.by_name
            from fund.repayment p where p.recovery_id = :recovery order by p.on_day, p.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Repayments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came back once. */
    public record Repayment(UUID id, Shares shares, LocalDate on, String document, String by) {}

    /** The earliest first. */
    public List<Repayment> of(UUID recovery) {
        return jdbc.sql(REPAYMENTS)
                .param("recovery", recovery)
                .query((row, n) -> new Repayment(
                        row.getObject("id", UUID.class),
                        Recoveries.shares(row),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("document"),
                        row.getString("by_name")))
                .list();
    }

    void add(Actor.Office by, Recovery recovery, Repayment repayment) {
        jdbc.sql(REPAYMENT)
                .param("id", repayment.id())
                .param("recovery", recovery.id())
                .param("fund", recovery.fund())
                .param("person", recovery.person())
                .param("code", recovery.code().value())
                .param("amount", repayment.shares().total().fen())
                .param("lots", Recoveries.lots(repayment.shares()))
                .param("shares", Recoveries.amounts(repayment.shares()))
                .param("on", repayment.on())
                .param("document", repayment.document())
                .param("by", by.account())
                .param("byName", repayment.by())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
