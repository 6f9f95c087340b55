package org.rongyi.insight.figures;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 并入汇总: moves fresh facts into the roll-ups. One transaction deletes them there and adds them here, so a reader sees
 * each fact exactly once, and a fact that commits late is simply taken the next time.
 */
@Component
class Fold {

    /** Whoever writes roll-ups holds it: the fold, and a change of divisions. */
    static final String LOCK = "select pg_advisory_xact_lock(20213, 0)";

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(20213, 0)";

    private static final String MOVE = """
            with taken as (
                delete from figures.fresh
                returning kind, code_now, value, happened_on, booked_on, month_level, year_level)
            insert into figures.rollup as r (kind, measure, level, month, code, booked_month, value)
            select t.kind, e.measure, e.level, e.month, e.unit, figures.month_of(t.booked_on), sum(e.change)
            from taken t
            cross join lateral figures.expand(t.code_now, t.value, t.happened_on, t.month_level, t.year_level) e
            group by 1, 2, 3, 4, 5, 6
            on conflict (kind, measure, level, month, code, booked_month)
                do update set value = r.value + excluded.value
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Fold(@Qualifier("job") JdbcClient jdbc, @Qualifier("job") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does nothing while another process folds. */
    void run() {
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql(TRY_LOCK).query(Boolean.class).single()) {
                move();
            }
        });
    }

    /** For a caller that holds the lock. */
    void move() {
        jdbc.sql(MOVE).update();
    }
}
