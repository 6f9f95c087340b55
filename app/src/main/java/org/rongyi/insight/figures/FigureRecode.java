package org.rongyi.insight.figures;

import java.time.LocalDate;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 代码承接: what was counted under a code goes on under its successor, as if it had been counted there from the first
 * day. People counted under both become one.
 */
@Component
class FigureRecode implements DivisionFollower {

    /** Every writer holds it shared: none is in the middle of an act while places and people change. */
    private static final String LOCK_WRITERS = "select pg_advisory_xact_lock(20211, 0)";

    /** Facts at the code, and those of its people elsewhere: whom a place counts depends on the other places. */
    private static final String CONCERNED = """
            select id from figures.fact where code_now = :from
            union
            select other.id
            from (select distinct person, kind from figures.fact where code_now = :from and person is not null) p
            join figures.fact other on other.person = p.person and other.kind = p.kind
            """;

    private static final String ADD_TO_ROLLUP = """
            insert into figures.rollup as r (kind, measure, level, month, code, booked_month, value)
            select f.kind, e.measure, e.level, e.month, e.unit, figures.month_of(f.booked_on), sum(e.change) * :factor
            from figures.fact f
            cross join lateral figures.expand(f.code_now, f.value, f.happened_on, f.month_level, f.year_level) e
            where f.id = any (:ids)
            group by 1, 2, 3, 4, 5, 6
            on conflict (kind, measure, level, month, code, booked_month)
                do update set value = r.value + excluded.value
            """;

    private static final String MOVE_FACTS = "update figures.fact set code_now = :to where code_now = :from";

    private static final String LEVEL_AGAIN = """
            update figures.fact f
            set month_level = n.month_level, year_level = n.year_level
            from (select s.id, l.month_level, l.year_level
                  from figures.fact s
                  cross join lateral figures.levels(
                      s.person, s.kind, s.code_now, s.happened_on, figures.sign_of(s.value), s.id) l
                  where s.id = any (:ids) and s.person is not null) n
            where f.id = n.id
              and (f.month_level is distinct from n.month_level or f.year_level is distinct from n.year_level)
            """;

    private static final String REVIVE = "delete from figures.recode where from_code = :to";
    private static final String PASS_ON = "update figures.recode set to_code = :to where to_code = :from";
    private static final String REMEMBER = """
            insert into figures.recode (from_code, to_code, moved_on)
            values (:from, :to, :on)
            on conflict (from_code) do update set to_code = excluded.to_code, moved_on = excluded.moved_on
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Fold fold;

    FigureRecode(@Qualifier("job") JdbcClient jdbc, @Qualifier("job") PlatformTransactionManager manager, Fold fold) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.fold = fold;
    }

    /** Takes part in the teller's transaction on the job connection; a second time it changes nothing. */
    @Override
    public void recoded(DivisionCode from, DivisionCode to, LocalDate on) {
        transaction.executeWithoutResult(status -> move(from.value(), to.value(), on));
    }

    private void move(long from, long to, LocalDate on) {
        jdbc.sql(Fold.LOCK).query().listOfRows();
        jdbc.sql(LOCK_WRITERS).query().listOfRows();
        fold.move();
        var ids =
                jdbc.sql(CONCERNED).param("from", from).query(Long.class).list().toArray(Long[]::new);
        addToRollup(ids, -1);
        jdbc.sql(MOVE_FACTS).param("to", to).param("from", from).update();
        jdbc.sql(LEVEL_AGAIN).param("ids", ids).update();
        addToRollup(ids, 1);
        jdbc.sql(REVIVE).param("to", to).update();
        jdbc.sql(PASS_ON).param("to", to).param("from", from).update();
        jdbc.sql(REMEMBER).param("from", from).param("to", to).param("on", on).update();
    }

    private void addToRollup(Long[] ids, int factor) {
        jdbc.sql(ADD_TO_ROLLUP).param("ids", ids).param("factor", factor).update();
    }
}
