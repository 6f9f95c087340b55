package org.rongyi.platform.division.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 记录随区划变更转移: a job on the job connection that lets every room move its rows from old codes to today's. It goes
 * in batches, each a transaction; killed in the middle it goes on where it was; two at once share the work.
 */
@Component
public class MoveRecords {

    private static final int BATCH = 200;

    private static final String DUE = """
            select old_code, new_code, effective_on
            from division.successor
            where main and records_moved_at is null and effective_on <= :today
            order by effective_on, old_code
            limit :batch
            for update skip locked
            """;

    private static final String MOVED = """
            update division.successor set records_moved_at = :at
            where old_code = :from and new_code = :to and effective_on = :on
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

    /** Moves what is due today; answers how many codes went over. */
    public int moveDue() {
        int all = 0;
        int batch;
        do {
            batch = Optional.ofNullable(transaction.execute(status -> moveBatch()))
                    .orElse(0);
            all += batch;
        } while (batch > 0);
        return all;
    }

    private int moveBatch() {
        var due = jdbc.sql(DUE)
                .param("today", divisions.today())
                .param("batch", BATCH)
                .query((row, number) -> due(row))
                .list();
        divisions.forget(); // an old state could name a successor whose rows have already gone on
        due.forEach(this::move);
        return due.size();
    }

    /** A successor may itself have been succeeded, and its own rows moved, before this answer was given. */
    private void move(Due due) {
        var to = divisions.current(due.to()).map(Division::code).orElse(due.to());
        followers.forEach(follower -> follower.recoded(due.from(), to, due.on()));
        jdbc.sql(MOVED)
                .param("from", due.from().value())
                .param("to", due.to().value())
                .param("on", due.on())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new DivisionCode(row.getLong("old_code")),
                new DivisionCode(row.getLong("new_code")),
                row.getObject("effective_on", LocalDate.class));
    }
}
