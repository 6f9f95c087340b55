package org.rongyi.platform.act;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.MovingLock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every transaction begins by telling the database on whose data it may act; row-level security answers nothing to one
 * that did not. The settings end with the transaction, so a pooled connection carries no one's scope.
 */
@Component
public class Transactions {

    /** What an act writes it finds by keys: as the pool is set, one plan serves all (docs/decisions/0010). */
    private static final String SET_SCOPE = """
            select set_config('rongyi.low', :low, true), set_config('rongyi.high', :high, true),
                   set_config('rongyi.ranges', :ranges, true), set_config('rongyi.person', :person, true),
                   set_config('rongyi.role', :role, true), set_config('rongyi.account', :account, true),
                   set_config('rongyi.unit', :unit, true), set_config('rongyi.now', :now, true)
            """;

    /** Writers keep those out who move records between division codes, from their first statement on (docs/decisions/0045). */
    private static final String SET_SCOPE_AND_HOLD = SET_SCOPE + ", " + MovingLock.SHARED;

    /** A village's list and a province's want different plans: what is read is planned for who reads it. */
    private static final String SET_SCOPE_AND_PLAN_EACH =
            SET_SCOPE + ", set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** A family member has no file here: he sees what he was given, and nothing as the person himself. */
    private static final String SET_MANDATE =
            "select set_config('rongyi.kin', :person, true), set_config('rongyi.services', :services, true)";

    private static final String BECOME_SELF = "set local role rongyi_self";

    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final TransactionTemplate nested;
    private final JdbcClient jdbc;
    private final Clock clock;

    Transactions(PlatformTransactionManager manager, JdbcClient jdbc, Clock clock) {
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(manager);
        this.nested = new TransactionTemplate(manager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Reads as the actor, in one read-only transaction. */
    public <T> T read(Actor actor, Supplier<T> work) {
        return require(reading.execute(status -> {
            setScope(actor, SET_SCOPE_AND_PLAN_EACH);
            return work.get();
        }));
    }

    /**
     * The same for a list that everybody finds alike: its words name the index to walk (a column of the level, an order, a
     * number of rows), so one plan serves all readers and nothing is planned while they wait.
     */
    public <T> T readAlike(Actor actor, Supplier<T> work) {
        return require(reading.execute(status -> {
            setScope(actor, SET_SCOPE);
            return work.get();
        }));
    }

    /** Writes as the actor. The runner of acts uses it, and what is no act of the office (drafts, sessions). */
    public <T> T write(Actor actor, Supplier<T> work) {
        return require(writing.execute(status -> {
            setScope(actor, SET_SCOPE_AND_HOLD);
            return work.get();
        }));
    }

    /** Does the work within the running transaction and undoes it: what comes of nothing takes as long as what comes of something. */
    public void undone(Runnable work) {
        nested.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private void setScope(Actor actor, String statement) {
        switch (actor) {
            case Actor.Office office ->
                apply(office.scope(), "", office.role().name(), office.account(), office.unit(), statement);
            case Actor.Self self -> {
                jdbc.sql(BECOME_SELF).update();
                apply(Scope.NOTHING, self.person().toString(), "", self.account(), null, statement);
            }
            case Actor.Kin kin -> {
                jdbc.sql(BECOME_SELF).update();
                apply(Scope.NOTHING, "", "", kin.account(), null, statement);
                jdbc.sql(SET_MANDATE)
                        .param("person", kin.person().toString())
                        .param("services", String.join(",", kin.services()))
                        .query()
                        .singleRow();
            }
            case Actor.Client client -> apply(client.scope(), "", "", null, null, statement);
            case Actor.Visitor ignored -> apply(Scope.NOTHING, "", "", null, null, statement);
            case Actor.Job job ->
                throw new IllegalArgumentException("job " + job.name() + " uses the job connection, not the program's");
        }
    }

    private void apply(
            Scope scope, String person, String role, @Nullable UUID account, @Nullable UUID unit, String statement) {
        jdbc.sql(statement)
                .param("low", scope.isEmpty() ? "" : Long.toString(scope.low()))
                .param("high", scope.isEmpty() ? "" : Long.toString(scope.high()))
                .param("ranges", scope.isEmpty() ? "" : scope.toMultirange())
                .param("person", person)
                .param("role", role)
                .param("account", account == null ? "" : account.toString())
                .param("unit", unit == null ? "" : unit.toString())
                .param("now", clock.instant().toString())
                .query()
                .singleRow();
    }

    private static <T> T require(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a transaction's work returns a value");
        }
        return value;
    }
}
