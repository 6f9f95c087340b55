package org.rongyi.platform.act;

import java.util.UUID;
import java.util.function.Supplier;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every transaction begins by telling the database on whose data it may act; row-level security answers nothing to one
 * that did not. The settings end with the transaction, so a pooled connection carries no one's scope.
 */
@Component
public class Transactions {

    private static final String SET_SCOPE = """
            select set_config('rongyi.low', :low, true), set_config('rongyi.high', :high, true),
                   set_config('rongyi.ranges', :ranges, true), set_config('rongyi.person', :person, true)
            """;

    private static final String BECOME_SELF = "set local role rongyi_self";

    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final JdbcClient jdbc;

    Transactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(manager);
        this.jdbc = jdbc;
    }

    /** Reads as the actor, in one read-only transaction. */
    public <T> T read(Actor actor, Supplier<T> work) {
        return require(reading.execute(status -> {
            setScope(actor);
            return work.get();
        }));
    }

    /** Writes as the actor. The runner of acts uses it, and what is no act of the office (drafts, sessions). */
    public <T> T write(Actor actor, Supplier<T> work) {
        return require(writing.execute(status -> {
            setScope(actor);
            return work.get();
        }));
    }

    private void setScope(Actor actor) {
        switch (actor) {
            case Actor.Office office -> apply(office.scope(), "");
            case Actor.Self self -> applySelf(self.person());
            case Actor.Visitor ignored -> apply(Scope.NOTHING, "");
            case Actor.Job job ->
                throw new IllegalArgumentException("job " + job.name() + " uses the job connection, not the program's");
        }
    }

    private void applySelf(UUID person) {
        jdbc.sql(BECOME_SELF).update();
        apply(Scope.NOTHING, person.toString());
    }

    private void apply(Scope scope, String person) {
        jdbc.sql(SET_SCOPE)
                .param("low", scope.isEmpty() ? "" : Long.toString(scope.low()))
                .param("high", scope.isEmpty() ? "" : Long.toString(scope.high()))
                .param("ranges", scope.intervals().size() > 1 ? scope.toMultirange() : "")
                .param("person", person)
                .query()
                .singleRow();
    }

    private static <T> T require(@org.jspecify.annotations.Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a transaction's work returns a value");
        }
        return value;
    }
}
