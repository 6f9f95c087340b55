package org.rongyi.platform.policy.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes of parameters, written within the acts' transactions. */
@Component
public class PolicyChanges {

    private static final String COLUMNS = """
            select id, parameter, number, valid_from, place, document, article, reason, state, proposed_account,
                   proposed_by, proposed_at, decided_account, decided_by, decided_at, decided_reason
            from policy.change
            """;

    private static final String GET = COLUMNS + "where id = :id";

    /** Two who decide at once wait for each other; the second finds it decided. */
    private static final String LOCK = GET + " for update";

    private static final String OPEN = COLUMNS + "where state = 'PROPOSED' order by proposed_at desc, id desc";

    private static final String DECIDED =
            COLUMNS + "where state <> 'PROPOSED' order by proposed_at desc, id desc limit 100";

    private static final String OF = COLUMNS + "where parameter = :parameter order by proposed_at desc, id desc";

    private static final String COUNT_OPEN = "select count(*) from policy.change where state = 'PROPOSED'";

    private static final String PROPOSE = """
            insert into policy.change (id, parameter, number, valid_from, place, document, article, reason, state,
                                       proposed_account, proposed_by, proposed_at)
            values (:id, :parameter, :number, :from, :place, :document, :article, :reason, 'PROPOSED',
                    :account, :by, :at)
            """;

    private static final String DECIDE = """
            update policy.change
            set state = :state, decided_account = :account, decided_by = :by, decided_at = :at, decided_reason = :reason
            where id = :id and state = 'PROPOSED'
            """;

    private static final String NEXT_REVISION =
            "update policy.revision set number = number + 1 where topic = 'PARAMETERS'";

    private final JdbcClient jdbc;
    private final Policy policy;
    private final Clock clock;

    PolicyChanges(JdbcClient jdbc, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    public Optional<PolicyChange> find(UUID id) {
        return jdbc.sql(GET).param("id", id).query((row, n) -> change(row)).optional();
    }

    /** Those that wait for a decision, the last first. */
    public List<PolicyChange> listOpen() {
        return jdbc.sql(OPEN).query((row, n) -> change(row)).list();
    }

    /** The last hundred that were decided or withdrawn. */
    public List<PolicyChange> listDecided() {
        return jdbc.sql(DECIDED).query((row, n) -> change(row)).list();
    }

    /** Of one parameter, the last first. */
    public List<PolicyChange> list(String parameter) {
        return jdbc.sql(OF)
                .param("parameter", parameter)
                .query((row, n) -> change(row))
                .list();
    }

    public long countOpen() {
        return jdbc.sql(COUNT_OPEN).query(Long.class).single();
    }

    /** Row-level security lets nobody lock what is decided: that one is only looked at. */
    Optional<PolicyChange> lock(UUID id) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .query((row, n) -> change(row))
                .optional()
                .or(() -> find(id));
    }

    void propose(UUID id, NewValue value, Actor.Office maker) {
        var place = value.place();
        jdbc.sql(PROPOSE)
                .param("id", id)
                .param("parameter", value.parameter())
                .param("number", value.number())
                .param("from", value.from())
                .param("place", place == null ? null : place.value())
                .param("document", value.document())
                .param("article", value.article())
                .param("reason", value.reason())
                .param("account", maker.account())
                .param("by", nameOf(maker))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** Agreed to, it is among the rules with the commit: here at once, in other processes a second later at most. */
    void decide(UUID id, ChangeState state, Actor.Office decider, @Nullable String reason) {
        int rows = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("account", decider.account())
                .param("by", nameOf(decider))
                .param("at", OffsetDateTime.now(clock))
                .param("reason", reason)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("a locked change was decided by somebody else: " + id);
        }
        if (state == ChangeState.AGREED) {
            jdbc.sql(NEXT_REVISION).update();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    policy.forget();
                }
            });
        }
    }

    private static PolicyChange change(ResultSet row) throws SQLException {
        long place = row.getLong("place");
        var proposed = new NewValue(
                row.getString("parameter"),
                row.getBigDecimal("number"),
                row.getObject("valid_from", LocalDate.class),
                place == 0 ? null : new DivisionCode(place),
                row.getString("document"),
                row.getString("article"),
                row.getString("reason"));
        var state = ChangeState.valueOf(row.getString("state"));
        return new PolicyChange(
                row.getObject("id", UUID.class),
                proposed,
                state,
                step(row, "proposed", proposed.reason()),
                state == ChangeState.PROPOSED ? null : step(row, "decided", row.getString("decided_reason")));
    }

    private static PolicyChange.Step step(ResultSet row, String which, @Nullable String reason) throws SQLException {
        return new PolicyChange.Step(
                row.getObject(which + "_account", UUID.class),
                row.getString(which + "_by"),
                row.getObject(which + "_at", OffsetDateTime.class).toInstant(),
                reason);
    }

    private static String nameOf(Actor.Office office) {
        return office.name() + "，" + office.unitName();
    }
}
