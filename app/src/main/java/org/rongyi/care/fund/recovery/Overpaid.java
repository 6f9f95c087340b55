package org.rongyi.care.fund.recovery;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 重付: what the bank paid twice and no source bears; how much of it is still to be had back. */
@Component
public class Overpaid {

    private static final String OWED = """
            select (p.over - coalesce((select sum(o.amount) from fund.overpaid_over o where o.payment_id = p.id), 0))::bigint
            from fund.payment p where p.id = :payment
            """;

    private static final String SETTLED_BY = """
            select exists (select from fund.settlement s
                           where s.payment_id = :payment and s.state = 'SETTLED'
                             and array[s.proposed_by, s.proposed_for, s.decided_by] && :accounts::uuid[])
            """;

    private static final String INSERT = """
            insert into fund.overpaid_over (id, payment_id, fund_id, code_now, kind, amount, on_day, document, by_account, by_for,
                                            by_name, at)
            values (:id, :payment, :fund, :code, :kind, :amount, :on, :document, :by, :for, :name, :at)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Overpaid(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How it ended. */
    enum Kind {
        BACK,
        OFF
    }

    /** How much of it, when, and on what paper or for what reason. */
    record Over(UUID id, Kind kind, Money amount, LocalDate on, String document) {}

    /** What is still to come. */
    public Money owed(UUID payment) {
        return new Money(jdbc.sql(OWED)
                .param("payment", payment)
                .query(Long.class)
                .optional()
                .orElse(0L));
    }

    /** Whether he had a hand in saying that it was paid twice. */
    boolean isSettledBy(Actor.Office office, UUID payment) {
        var actingFor = office.actingFor();
        return jdbc.sql(SETTLED_BY)
                .param("payment", payment)
                .param(
                        "accounts",
                        actingFor == null ? new UUID[] {office.account()} : new UUID[] {office.account(), actingFor})
                .query(Boolean.class)
                .single();
    }

    void add(Actor.Office by, Payment payment, Over over) {
        jdbc.sql(INSERT)
                .param("id", over.id())
                .param("payment", payment.id())
                .param("fund", payment.fund())
                .param("code", payment.code().value())
                .param("kind", over.kind().name())
                .param("amount", over.amount().fen())
                .param("on", over.on())
                .param("document", over.document())
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", Recoveries.name(by))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
