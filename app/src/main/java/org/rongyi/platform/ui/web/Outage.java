package org.rongyi.platform.ui.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Whether a request failed because the database is away: that passes, and the person may try again. */
final class Outage {

    static final String RETRY_SECONDS = "30";

    /** SQLSTATE: the connection is lost, refused, or the server is stopping or starting. */
    private static final String AWAY = "08...|57P0[1-3]";

    private static final int DEEPEST = 30;

    private Outage() {}

    static boolean isCauseOf(@Nullable Throwable thrown) {
        int depth = 0;
        for (var cause = thrown; cause != null && depth < DEEPEST; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException lost
                            && lost.getSQLState() != null
                            && lost.getSQLState().matches(AWAY))) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
