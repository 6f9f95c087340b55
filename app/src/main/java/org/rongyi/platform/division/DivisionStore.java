package org.rongyi.platform.division;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole of the divisions. */
@Component
class DivisionStore {

    private static final String REVISION = "select number from division.revision";

    private static final String UNITS = """
            select code, name, parent, valid_from, valid_to, initials
            from division.unit
            order by code, valid_from
            """;

    private static final String SUCCESSIONS = """
            select old_code, new_code, effective_on, kind, main
            from division.successor
            order by effective_on, old_code, main desc, new_code
            """;

    private final JdbcClient jdbc;
    private final JdbcClient beside;
    private final TransactionTemplate apart;

    DivisionStore(
            JdbcClient jdbc,
            @Qualifier("apart") JdbcClient beside,
            @Qualifier("apart") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.beside = beside;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.apart.setReadOnly(true);
    }

    record Read(long revision, DivisionTree tree) {}

    /**
     * Reads everything when the revision is not the one known. It stands apart from the caller's transaction, so that
     * what the caller has not committed is never shown to others.
     */
    Optional<Read> readIfNewer(long known) {
        return Optional.ofNullable(apart.execute(status -> read(beside, known))).flatMap(Function.identity());
    }

    /** Everything as the caller's own transaction sees it. */
    DivisionTree read() {
        return read(jdbc, -1).orElseThrow().tree();
    }

    private static Optional<Read> read(JdbcClient jdbc, long known) {
        long revision = jdbc.sql(REVISION).query(Long.class).single();
        if (revision == known) {
            return Optional.empty();
        }
        var entries = jdbc.sql(UNITS).query((row, number) -> entry(row)).list();
        var successions =
                jdbc.sql(SUCCESSIONS).query((row, number) -> succession(row)).list();
        return Optional.of(new Read(revision, new DivisionTree(entries, successions)));
    }

    private static DivisionTree.Entry entry(ResultSet row) throws SQLException {
        var code = new DivisionCode(row.getLong("code"));
        long parent = row.getLong("parent");
        var division = new Division(
                code,
                row.getString("name"),
                code.level(),
                UnitKind.of(code),
                parent == 0 ? null : new DivisionCode(parent),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
        return new DivisionTree.Entry(division, row.getString("initials"));
    }

    private static Succession succession(ResultSet row) throws SQLException {
        return new Succession(
                new DivisionCode(row.getLong("old_code")),
                new DivisionCode(row.getLong("new_code")),
                row.getObject("effective_on", LocalDate.class),
                ChangeKind.valueOf(row.getString("kind")),
                row.getBoolean("main"));
    }
}
