package org.rongyi.care.fund.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 重付: what the bank paid twice and no source bears; how much of it is still to be had back. */
@Component
public class Overpaid {

    private static final String OWED = """
            select (p.over - coalesce((select sum(o.amount) from fund.overpaid_over o
                                      where o.payment_id = p.id and o.back_on is null), 0))::bigint
            from fund.payment p where p.id = :payment
            """;

    private static final String TOUCHED_BY = """
            select exists (select from fund.settlement s
                           where s.payment_id = :payment and s.state = 'SETTLED'
                             and array[s.proposed_by, s.proposed_for, s.decided_by, s.decided_for] && :accounts::uuid[])
                   or exists (select from fund.overpaid_over o
                              where o.payment_id = :payment and array[o.back_by, o.back_for] && :accounts::uuid[])
            """;

    private static final String INSERT = """
            insert into fund.overpaid_over (id, payment_id, fund_id, code_now, kind, amount, on_day, document, by_account, by_for,
                                            by_name, at)
            values (:id, :payment, :fund, :code, :kind, :amount, :on, :document, :by, :for, :name, :at)
            """;

    private static final String OF_PAYMENT = """
            select o.id, o.kind, o.amount, o.on_day, o.document, o.by_account, o.by_for, o.by_name, o.back_name, o.back_on, o.back_words
            from fund.overpaid_over o where o.payment_id = :payment order by o.on_day, o.id
            """;

    private static final String TAKE_BACK = """
            update fund.overpaid_over
            set back_by = :by, back_for = :for, back_name = :name, back_on = :on, back_words = :words
            where id = :id and back_on is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Overpaid(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How it ended. */
    public enum Kind {
        BACK("收回"),
        OFF("核销");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * An end of it, as it stands.
     *
     * @param takenBack none mostly: it was entered wrongly, or came after it had been written off, and counts for nothing
     */
    public record Ended(Over over, Recovery.Hand by, Repayments.@Nullable TakenBack takenBack) {

        /** Once: what was entered wrongly, and what was written off and has come after all, which is then entered as had back. */
        public boolean mayBeTakenBack() {
            return takenBack == null;
        }

        public boolean isOff() {
            return over.kind() == Kind.OFF;
        }
    }

    /** How much of it, when, and on what paper or for what reason. */
    public record Over(UUID id, Kind kind, Money amount, LocalDate on, String document) {}

    /** What is still to come. */
    public Money owed(UUID payment) {
        return new Money(jdbc.sql(OWED)
                .param("payment", payment)
                .query(Long.class)
                .optional()
                .orElse(0L));
    }

    /** How it ended so far, the earliest first. */
    public List<Ended> of(UUID payment) {
        return jdbc.sql(OF_PAYMENT)
                .param("payment", payment)
                .query((row, n) -> ended(row))
                .list();
    }

    private static Ended ended(ResultSet row) throws SQLException {
        var over = new Over(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new Money(row.getLong("amount")),
                row.getObject("on_day", LocalDate.class),
                row.getString("document"));
        var by = new Recovery.Hand(
                row.getObject("by_account", UUID.class), row.getObject("by_for", UUID.class), row.getString("by_name"));
        var back = row.getObject("back_on", LocalDate.class);
        return new Ended(
                over,
                by,
                back == null
                        ? null
                        : new Repayments.TakenBack(row.getString("back_name"), back, row.getString("back_words")));
    }

    /** Called with its fund held. */
    void takeBack(Actor.Office by, UUID id, String words) {
        int rows = jdbc.sql(TAKE_BACK)
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", Recoveries.name(by))
                .param("on", LocalDate.now(clock))
                .param("words", words)
                .param("id", id)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("an end of what was paid twice moved while its fund was held");
        }
    }

    /** Whether he had a hand in saying that it was paid twice, or in taking back what was said of it. */
    boolean isTouchedBy(Actor.Office office, UUID payment) {
        var actingFor = office.actingFor();
        return jdbc.sql(TOUCHED_BY)
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
