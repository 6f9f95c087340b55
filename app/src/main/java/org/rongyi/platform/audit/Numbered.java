package org.rongyi.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The numbered rows of the trail in their order, some thousand in memory at a time. */
final class Numbered implements AutoCloseable {

    /** By the index of seq: a sort would write the whole trail to the disk. */
    private static final String WALK = "set local enable_sort = off";

    private static final String ROWS = "select * from audit.entry where seq is not null order by seq";
    private static final int FETCH = 2_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private @Nullable AuditRow next;
    private long read;

    Numbered(Connection connection) throws SQLException {
        try (var walk = connection.createStatement()) {
            walk.execute(WALK);
        }
        this.statement = connection.prepareStatement(ROWS);
        statement.setFetchSize(FETCH);
        this.rows = statement.executeQuery();
    }

    /** The next row, which stays until it is skipped; null at the end. */
    @Nullable
    AuditRow peek() throws SQLException {
        if (next == null && rows.next()) {
            next = AuditRow.of(rows);
            read++;
        }
        return next;
    }

    void skip() {
        next = null;
    }

    long read() {
        return read;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
