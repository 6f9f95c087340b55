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
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes of parameters, written within the acts' transactions. */
@Component
public class PolicyChanges {

    private static final String COLUMNS = """
            select c.id, c.parameter, c.number, c.valid_from, c.place, c.document, c.article, c.reason, c.state,
                   c.proposed_account, c.proposed_by, c.proposed_at, c.decided_account, c.decided_by, c.decided_at,
                   c.decided_reason,
                   case when c.sheet is null then 1
                        else (select count(*) from policy.change o where o.sheet = c.sheet) end as together
            from policy.change c
            """;

    private static final String GET = COLUMNS + "where c.id = :id";

    /** With all that were proposed in one sheet with it. */
    private static final String TOGETHER = COLUMNS + """
            where c.id = :id or c.sheet = (select one.sheet from policy.change one where one.id = :id)
            order by c.id
            """;

    /** Two who decide at once wait for each other; the second finds it decided. */
    private static final String LOCK = TOGETHER + " for update of c";

    /** Of a sheet the first stands for all. */
    private static final String HEADS = " and (c.sheet is null or c.sheet = c.id)";

    private static final String OPEN =
            COLUMNS + "where c.state = 'PROPOSED'" + HEADS + " order by c.proposed_at desc, c.id desc";

    private static final String DECIDED =
            COLUMNS + "where c.state <> 'PROPOSED'" + HEADS + " order by c.proposed_at desc, c.id desc limit 100";

    private static final String OF = COLUMNS + "where c.parameter = :parameter order by c.proposed_at desc, c.id desc";

    private static final String COUNT_OPEN = "select count(*) from policy.change c where c.state = 'PROPOSED'" + HEADS;

    private static final String PROPOSE = """
            insert into policy.change (id, sheet, parameter, number, valid_from, place, document, article, reason, state,
                                       proposed_account, proposed_by, proposed_at)
            values (:id, :sheet, :parameter, :number, :from, :place, :document, :article, :reason, 'PROPOSED',
                    :account, :by, :at)
            """;

    private static final String DECIDE = """
            update policy.change
            set state = :state, decided_account = :account, decided_by = :by, decided_at = :at, decided_reason = :reason
            where state = 'PROPOSED'
              and (id = :id or sheet = (select one.sheet from policy.change one where one.id = :id))
            """;

    private static final String NEXT_REVISION =
            "update policy.revision set number = number + 1 where topic = 'PARAMETERS'";

    private final JdbcClient jdbc;
    private final Policy policy;
    private final Clock clock;
    private final AuditTrail audit;

    PolicyChanges(JdbcClient jdbc, Policy policy, Clock clock, AuditTrail audit) {
        this.audit = audit;
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

    /** It and all that were proposed in one sheet with it, in the sheet's order. */
    public List<PolicyChange> together(UUID id) {
        return jdbc.sql(TOGETHER).param("id", id).query((row, n) -> change(row)).list();
    }

    public long countOpen() {
        return jdbc.sql(COUNT_OPEN).query(Long.class).single();
    }

    /** With its sheet. Row-level security lets nobody lock what is decided: that one is only looked at. */
    Optional<PolicyChange> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query((row, n) -> change(row)).list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> find(id));
    }

    /** One document's values: the first has the sheet's id, so that the sheet is found by it. */
    void proposeSheet(UUID sheet, List<NewValue> values, Actor.Office maker) {
        insert(sheet, sheet, values.getFirst(), maker);
        values.stream().skip(1).forEach(value -> insert(Ids.next(), sheet, value, maker));
        tell(values.getFirst(), values.size());
    }

    void propose(UUID id, NewValue value, Actor.Office maker) {
        insert(id, null, value, maker);
        tell(value, 1);
    }

    /** In the trail: what the value is and would be; of a whole table the first one's name and how many. */
    private void tell(NewValue value, int together) {
        var parameter = policy.get(value.parameter());
        var place = value.place();
        var name = parameter.zh() + (place == null ? "" : "（" + place + "）");
        if (together > 1) {
            audit.said("整表变更", name + "等 " + together + " 项，自 " + value.from() + " 起");
            return;
        }
        audit.changed(
                name,
                parameter
                        .find(value.from(), place)
                        .map(Parameter.Value::numberInWords)
                        .orElse(null),
                value.value().numberInWords() + "（自 " + value.from() + " 起）");
    }

    private void insert(UUID id, @Nullable UUID sheet, NewValue value, Actor.Office maker) {
        var place = value.place();
        jdbc.sql(PROPOSE)
                .param("id", id)
                .param("sheet", sheet)
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

    /** With its sheet. Agreed to, it is among the rules with the commit: here at once, in other processes a second later at most. */
    void decide(PolicyChange change, ChangeState state, Actor.Office decider, @Nullable String reason) {
        var id = change.id();
        int rows = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("account", decider.account())
                .param("by", nameOf(decider))
                .param("at", OffsetDateTime.now(clock))
                .param("reason", reason)
                .update();
        if (rows < 1) {
            throw new IllegalStateException("a locked change was decided by somebody else: " + id);
        }
        audit.explain(new Detail(
                reason, List.of(new Detail.Change("参数变更", change.state().zh(), state.zh()))));
        tell(change.proposed(), change.together());
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
                row.getInt("together"),
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
