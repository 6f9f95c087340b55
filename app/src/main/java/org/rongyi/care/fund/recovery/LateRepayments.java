package org.rongyi.care.fund.recovery;

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
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 核销以后退回的: what came back although it had been written off, from its slip until another has confirmed it. */
@Component
public class LateRepayments {

    private static final String INSERT = """
            insert into fund.late_repayment (id, recovery_id, fund_id, code_now, amount, on_day, document, state, proposed_by,
                                             proposed_for, proposed_name, proposed_at)
            values (:id, :recovery, :fund, :code, :amount, :on, :document, 'PROPOSED', :by, :for, :name, :at)
            """;

    private static final String OF_RECOVERY = """
            select l.id, l.amount, l.on_day, l.document, l.state, l.proposed_by, l.proposed_for, l.proposed_name,
                   l.decided_by, l.decided_for, l.decided_name
            from fund.late_repayment l where l.recovery_id = :recovery order by l.proposed_at, l.id
            """;

    private static final String DECIDE = """
            update fund.late_repayment
            set state = :state, decided_by = :by, decided_for = :for, decided_name = :name, decided_at = :at
            where id = :id and state = 'PROPOSED'
            """;

    private static final String LESS_WRITTEN_OFF = """
            update fund.recovery set repaid = repaid + :amount where id = :id and state = 'WRITTEN_OFF'
            """;

    private static final String MORE_WRITTEN_OFF = """
            update fund.recovery set repaid = repaid - :amount where id = :id and state = 'WRITTEN_OFF'
            """;

    private static final String WAITING = """
            select l.recovery_id from fund.late_repayment l
            join fund.fund f on f.id = l.fund_id
            where l.state = 'PROPOSED' and f.unit_id = :unit and not array[l.proposed_by, l.proposed_for] && :accounts::uuid[]
            order by l.proposed_at, l.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LateRepayments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far it is. */
    public enum State {
        PROPOSED("等另一位负责人核定"),
        CONFIRMED("已入账"),
        DECLINED("没有入账");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param decided by whom; none while it waits */
    public record Late(
            UUID id,
            Money amount,
            LocalDate on,
            String document,
            State state,
            Recovery.Hand by,
            Recovery.@Nullable Hand decided) {

        /** Whether this post, or whom it stands for, entered or confirmed it. */
        public boolean isTouchedBy(Actor.Office office) {
            return by.isOf(office) || decided != null && decided.isOf(office);
        }
    }

    /** The earliest first. */
    public List<Late> of(UUID recovery) {
        return jdbc.sql(OF_RECOVERY)
                .param("recovery", recovery)
                .query((row, n) -> late(row))
                .list();
    }

    Optional<Late> waitingOf(UUID recovery) {
        return of(recovery).stream()
                .filter(one -> one.state() == State.PROPOSED)
                .findFirst();
    }

    /** The one a repayment came of; none for an instalment like any other. */
    Optional<Late> ofRepayment(Recovery recovery, UUID repayment) {
        return of(recovery.id()).stream()
                .filter(one -> one.id().equals(repayment))
                .findFirst();
    }

    /** Recoveries of the actor's unit whose late money somebody else has entered. */
    public List<UUID> toAnswer(Actor.Office office) {
        var actingFor = office.actingFor();
        return jdbc.sql(WAITING)
                .param("unit", office.unit())
                .param(
                        "accounts",
                        actingFor == null ? new UUID[] {office.account()} : new UUID[] {office.account(), actingFor})
                .query(UUID.class)
                .list();
    }

    void add(Actor.Office by, Recovery recovery, Late late) {
        jdbc.sql(INSERT)
                .param("id", late.id())
                .param("recovery", recovery.id())
                .param("fund", recovery.fund())
                .param("code", recovery.code().value())
                .param("amount", late.amount().fen())
                .param("on", late.on())
                .param("document", late.document())
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", late.by().name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void decide(Actor.Office by, UUID id, State state) {
        one(jdbc.sql(DECIDE)
                .param("state", state.name())
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", Recoveries.name(by))
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update());
    }

    /** So much of what was written off is back. */
    void lessWrittenOff(UUID recovery, Money amount) {
        one(jdbc.sql(LESS_WRITTEN_OFF)
                .param("amount", amount.fen())
                .param("id", recovery)
                .update());
    }

    /** So much was entered as back and was not: it is written off again. */
    void moreWrittenOff(UUID recovery, Money amount) {
        one(jdbc.sql(MORE_WRITTEN_OFF)
                .param("amount", amount.fen())
                .param("id", recovery)
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("late money moved while its fund was held");
        }
    }

    private static Late late(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_by", UUID.class);
        return new Late(
                row.getObject("id", UUID.class),
                new Money(row.getLong("amount")),
                row.getObject("on_day", LocalDate.class),
                row.getString("document"),
                State.valueOf(row.getString("state")),
                new Recovery.Hand(
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("proposed_for", UUID.class),
                        row.getString("proposed_name")),
                decided == null
                        ? null
                        : new Recovery.Hand(
                                decided, row.getObject("decided_for", UUID.class), row.getString("decided_name")));
    }
}
