package org.rongyi.care.fund.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 人工认定: what the bank says two things of, or nothing for long, until two people have settled it. */
@Component
public class Settlements {

    private static final String COLUMNS = """
            select s.id, s.payment_id, s.cause, s.said_paid, s.said_on, s.said_reason, s.opened_at, s.state, s.paid, s.paid_on,
                   s.words, s.proposed_by, s.proposed_for, s.proposed_name, s.proposed_at, s.decided_name, s.decided_at
            from fund.settlement s
            """;

    private static final String FIND = COLUMNS + "where s.id = :id";

    private static final String OPEN = COLUMNS + """
            where s.fund_id = :fund and s.state in ('OPEN', 'PROPOSED')
            order by s.opened_at, s.id
            """;

    private static final String OPEN_OF = COLUMNS + "where s.payment_id = :payment and s.state in ('OPEN', 'PROPOSED')";

    private static final String OF_PAYMENT = COLUMNS + """
            where s.payment_id = :payment
            order by s.opened_at desc, s.id desc
            """;

    private static final String CONTRADICT = """
            insert into fund.settlement (id, payment_id, fund_id, code_now, cause, said_paid, said_on, said_reason, opened_at,
                                         state)
            values (:id, :payment, :fund, :code, 'CONTRADICTION', :paid, :on, :reason, :at, 'OPEN')
            on conflict (payment_id) where state in ('OPEN', 'PROPOSED') do nothing
            """;

    private static final String ADD_UNKNOWN = """
            insert into fund.settlement (id, payment_id, fund_id, code_now, cause, opened_at, state)
            values (:id, :payment, :fund, :code, 'UNKNOWN', :at, 'OPEN')
            """;

    private static final String OVERTAKE = """
            update fund.settlement set state = 'OVERTAKEN' where payment_id = :payment and state in ('OPEN', 'PROPOSED')
            """;

    private static final String PROPOSE = """
            update fund.settlement
            set state = 'PROPOSED', paid = :paid, paid_on = :on, words = :words, proposed_by = :by, proposed_for = :for,
                proposed_name = :name, proposed_at = :at
            where id = :id and state = 'OPEN'
            """;

    private static final String DECIDE = """
            update fund.settlement
            set state = :state, decided_by = :by, decided_for = :for, decided_name = :name, decided_at = :at
            where id = :id and state = 'PROPOSED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Settlements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 为什么要认定. */
    public enum Cause {
        UNKNOWN("银行久无答复"),
        CONTRADICTION("与银行不符");

        private final String zh;

        Cause(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** 认定到了哪一步. */
    public enum State {
        OPEN("待查明"),
        PROPOSED("待核定"),
        SETTLED("已核定"),
        DECLINED("没有核定"),
        OVERTAKEN("银行已答复，作罢");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** The bank's later word. */
    public record Said(Money paid, LocalDate on, String reason) {}

    /** What somebody found out, with the bank's written answer. */
    public record Proposal(
            Money paid,
            LocalDate on,
            String words,
            UUID by,
            @Nullable UUID standingInFor,
            String name) {}

    public record Settlement(
            UUID id,
            UUID payment,
            Cause cause,
            @Nullable Said said,
            OffsetDateTime openedAt,
            State state,
            @Nullable Proposal proposal,
            @Nullable String decidedName,
            @Nullable OffsetDateTime decidedAt) {

        public boolean isFrom(Actor.Office office) {
            return proposal != null && (office.speaksFor(proposal.by()) || office.speaksFor(proposal.standingInFor()));
        }
    }

    public Optional<Settlement> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> settlement(row)).optional();
    }

    /** Of a fund, the oldest first. */
    public List<Settlement> open(UUID fund) {
        return jdbc.sql(OPEN)
                .param("fund", fund)
                .query((row, n) -> settlement(row))
                .list();
    }

    Optional<Settlement> openOf(UUID payment) {
        return jdbc.sql(OPEN_OF)
                .param("payment", payment)
                .query((row, n) -> settlement(row))
                .optional();
    }

    public List<Settlement> ofPayment(UUID payment) {
        return jdbc.sql(OF_PAYMENT)
                .param("payment", payment)
                .query((row, n) -> settlement(row))
                .list();
    }

    /** One at a time: while one is open, the bank's repeating itself opens no other. */
    void contradict(Payment payment, BankResult.Line line) {
        add(CONTRADICT, payment)
                .param("paid", line.paid().fen())
                .param("on", line.on())
                .param("reason", line.reason())
                .update();
    }

    void addUnknown(Payment payment) {
        add(ADD_UNKNOWN, payment).update();
    }

    void overtake(UUID payment) {
        jdbc.sql(OVERTAKE).param("payment", payment).update();
    }

    void propose(UUID id, Proposal proposal) {
        one(jdbc.sql(PROPOSE)
                .param("id", id)
                .param("paid", proposal.paid().fen())
                .param("on", proposal.on())
                .param("words", proposal.words())
                .param("by", proposal.by())
                .param("for", proposal.standingInFor(), Types.OTHER)
                .param("name", proposal.name())
                .param("at", OffsetDateTime.now(clock))
                .update());
    }

    void decide(Actor.Office by, UUID id, State state) {
        one(jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update());
    }

    private JdbcClient.StatementSpec add(String sql, Payment payment) {
        return jdbc.sql(sql)
                .param("id", Ids.next())
                .param("payment", payment.id())
                .param("fund", payment.fund())
                .param("code", payment.code().value())
                .param("at", OffsetDateTime.now(clock));
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("settled by somebody else although the fund was locked");
        }
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        var saidOn = row.getObject("said_on", LocalDate.class);
        var paidOn = row.getObject("paid_on", LocalDate.class);
        return new Settlement(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                Cause.valueOf(row.getString("cause")),
                saidOn == null
                        ? null
                        : new Said(new Money(row.getLong("said_paid")), saidOn, row.getString("said_reason")),
                row.getObject("opened_at", OffsetDateTime.class),
                State.valueOf(row.getString("state")),
                paidOn == null
                        ? null
                        : new Proposal(
                                new Money(row.getLong("paid")),
                                paidOn,
                                row.getString("words"),
                                row.getObject("proposed_by", UUID.class),
                                row.getObject("proposed_for", UUID.class),
                                row.getString("proposed_name")),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class));
    }
}
