package org.rongyi.platform.act;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.AuditTrail;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a test send what it likes and leaves nothing of it behind: all that one piece of work does runs in one transaction, which is
 * undone. What the program takes for a transaction of its own is a step between two savepoints there, so a refused act takes back
 * what it wrote, and no step knows whose scope or role the one before had. Only requests of the same thread (MockMvc) come in; what
 * other threads do meanwhile is as ever.
 */
public final class Undone implements AutoCloseable {

    /** What {@link Transactions} sets, as a connection fresh from the pool has it. */
    private static final String FORGET = """
            select set_config('role', 'none', true), set_config('rongyi.low', '', true), set_config('rongyi.high', '', true),
                   set_config('rongyi.ranges', '', true), set_config('rongyi.person', '', true),
                   set_config('rongyi.role', '', true), set_config('rongyi.account', '', true),
                   set_config('rongyi.unit', '', true), set_config('rongyi.now', '', true),
                   set_config('rongyi.kin', '', true), set_config('rongyi.services', '', true),
                   set_config('plan_cache_mode', 'force_generic_plan', true)
            """;

    private static final String READ_ONLY = "set transaction read only";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final TransactionTemplate whole;
    private final TransactionTemplate part;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final ThreadLocal<Integer> depth = new ThreadLocal<>();

    public Undone(ApplicationContext program) {
        transactions = program.getBean(Transactions.class);
        jdbc = program.getBean(JdbcClient.class);
        trail = program.getBean(AuditTrail.class);
        var manager = program.getBean(PlatformTransactionManager.class);
        whole = new TransactionTemplate(manager);
        part = new TransactionTemplate(manager);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        reading = (TransactionTemplate) ReflectionTestUtils.getField(transactions, "reading");
        writing = (TransactionTemplate) ReflectionTestUtils.getField(transactions, "writing");
        ReflectionTestUtils.setField(transactions, "reading", new Step(manager, reading, true));
        ReflectionTestUtils.setField(transactions, "writing", new Step(manager, writing, false));
    }

    /** Whether it is one of the statements that only stand for what a real connection does by itself. */
    static boolean isOwn(String sql) {
        return sql.equals(FORGET) || sql.equals(READ_ONLY);
    }

    /** Does it, answers what it answered, and undoes it; within another such work, itself alone. */
    public <T> T undone(Supplier<T> work) {
        boolean within = depth.get() != null;
        return (within ? part : whole).execute(status -> {
            depth.set(0);
            try {
                return work.get();
            } finally {
                if (!within) {
                    depth.remove();
                }
                status.setRollbackOnly();
            }
        });
    }

    /** What waits for the commit is asked now; an exception says what would have failed there. */
    public void checkAsAtTheCommit() {
        jdbc.sql("set constraints all immediate").update();
        jdbc.sql("set constraints all deferred").update();
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(transactions, "reading", reading);
        ReflectionTestUtils.setField(transactions, "writing", writing);
    }

    /** A transaction of the program, of which the outermost ends at a savepoint. */
    private final class Step extends TransactionTemplate {

        private final TransactionTemplate usual;
        private final boolean reads;

        Step(PlatformTransactionManager manager, TransactionTemplate usual, boolean reads) {
            super(manager);
            this.usual = usual;
            this.reads = reads;
            setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            var within = depth.get();
            if (within == null || within > 0) {
                return usual.execute(action);
            }
            depth.set(1);
            try {
                return super.execute(status -> {
                    if (reads) {
                        jdbc.sql(READ_ONLY).update();
                    }
                    return action.doInTransaction(status);
                });
            } finally {
                depth.set(0);
                TransactionSynchronizationManager.unbindResourceIfPossible(
                        trail); // what was said ends with its transaction
                jdbc.sql(FORGET).query().singleRow();
            }
        }
    }
}
