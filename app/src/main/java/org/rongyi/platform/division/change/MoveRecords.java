package org.rongyi.platform.division.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.database.MovingLock;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 记录随区划变更转移: a job on the job connection that lets every room move its rows from old codes to today's. Each pair of
 * codes is a transaction of its own, in which nobody else writes records (docs/decisions/0045); killed in the middle it
 * goes on where it was.
 */
@Component
public class MoveRecords {

    private static final Logger LOG = LoggerFactory.getLogger(MoveRecords.class);

    /** As long as it waits for a long act, the acts that come later wait with it. */
    private static final String WAIT_LITTLE = "select set_config('lock_timeout', '2s', true)";

    /** Three waits in vain, and the rest has another minute's time. */
    private static final int PATIENCE = 3;

    /** The wait was over, or the database found two waiting for each other. */
    private static final Set<String> HELD_UP = Set.of("55P03", "40P01");

    private static final String DUE = """
            select old_code, new_code, effective_on
            from division.successor
            where main and records_moved_at is null and effective_on <= :today
            order by effective_on, old_code
            """;

    /**
     * Another process learns of a change within a second; what it wrote meanwhile under a code that had just gone over is fetched
     * once, when that second is surely past. The published editions are loaded before anybody works.
     */
    private static final String LEFT = """
            select s.old_code, s.new_code, s.effective_on
            from division.successor s
            where s.main and s.records_swept_at is null and s.records_moved_at < :before
              and (s.kind = 'ANSWERED'
                   or exists (select from division.change c
                              where c.old_code = s.old_code and c.effective_on = s.effective_on and c.act is not null))
            order by s.effective_on, s.old_code
            """;

    private static final Duration SURELY_KNOWN = Duration.ofSeconds(10);

    private static final String SWEPT = """
            update division.successor set records_swept_at = :at
            where old_code = :from and new_code = :to and effective_on = :on and records_swept_at is null
            """;

    /** Another process may have moved it while this one waited. */
    private static final String MOVED = """
            update division.successor set records_moved_at = :at
            where old_code = :from and new_code = :to and effective_on = :on and records_moved_at is null
            """;

    private static final String NOTHING_YET = """
            update division.successor set records_moved_at = :at
            where main and records_moved_at is null and effective_on <= :today
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Divisions divisions;
    private final List<DivisionFollower> followers;
    private final Clock clock;

    MoveRecords(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") PlatformTransactionManager transactions,
            Divisions divisions,
            List<DivisionFollower> followers,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.divisions = divisions;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    private record Due(DivisionCode from, DivisionCode to, LocalDate on) {}

    /**
     * Moves what is due today; answers how many codes went over. What cannot be had for now stays due; what fails does not
     * hold up the others, and the first failure is thrown when all had their turn.
     */
    public int moveDue() {
        var failures = new ArrayList<RuntimeException>();
        int moved = all(due(), MOVED, failures);
        all(left(), SWEPT, failures);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return moved;
    }

    /**
     * 刚装好的系统: what the published editions changed by today has nothing to move. Nobody has written yet, and nobody writes under
     * a code that is no longer in force. One pair after the other they would keep the first writers waiting for a minute.
     */
    public void nothingYet() {
        transaction.executeWithoutResult(status -> jdbc.sql(NOTHING_YET)
                .param("today", divisions.today())
                .param("at", OffsetDateTime.now(clock))
                .update());
    }

    private int all(List<Due> pairs, String mark, List<RuntimeException> failures) {
        int moved = 0;
        int inVain = 0;
        for (var due : pairs) {
            try {
                moved += Boolean.TRUE.equals(transaction.execute(status -> move(due, mark))) ? 1 : 0;
            } catch (RuntimeException e) {
                if (!isHeldUp(e)) {
                    LOG.error("区划 {} 的记录没有转移成", due.from(), e);
                    failures.add(e);
                } else if (++inVain == PATIENCE) {
                    LOG.warn("区划 {} 等的记录正被办理，稍后再转移", due.from());
                    break;
                }
            }
        }
        return moved;
    }

    private List<Due> due() {
        return jdbc.sql(DUE)
                .param("today", divisions.today())
                .query((row, number) -> due(row))
                .list();
    }

    private List<Due> left() {
        return jdbc.sql(LEFT)
                .param("before", OffsetDateTime.now(clock).minus(SURELY_KNOWN))
                .query((row, number) -> due(row))
                .list();
    }

    /** A successor may itself have been succeeded, and its own rows moved, before this answer was given. */
    private boolean move(Due due, String mark) {
        jdbc.sql(WAIT_LITTLE).query().singleRow();
        jdbc.sql(MovingLock.TAKE_ALONE).query().listOfRows();
        int taken = jdbc.sql(mark)
                .param("from", due.from().value())
                .param("to", due.to().value())
                .param("on", due.on())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (taken == 0) {
            return false;
        }
        divisions.forget(); // an old state could name a successor whose rows have already gone on
        if (mark.equals(SWEPT) && isInForce(due.from())) {
            return false; // given to another unit meanwhile: what stands there is its own
        }
        var to = divisions.current(due.to()).map(Division::code).orElse(due.to());
        followers.forEach(follower -> follower.recoded(due.from(), to, due.on()));
        return true;
    }

    private boolean isInForce(DivisionCode code) {
        return divisions.current(code).map(Division::code).filter(code::equals).isPresent();
    }

    /** Others were in the way, and will be gone another time. */
    private static boolean isHeldUp(RuntimeException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && HELD_UP.contains(String.valueOf(sql.getSQLState()));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new DivisionCode(row.getLong("old_code")),
                new DivisionCode(row.getLong("new_code")),
                row.getObject("effective_on", LocalDate.class));
    }
}
