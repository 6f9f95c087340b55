package org.rongyi.platform.ui.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Passing;
import org.springframework.transaction.TransactionSystemException;

/** Whether a request failed because the database is away, or was until now: that passes, and the person may try again. */
final class Outage {

    static final String RETRY_SECONDS = "30";

    /** SQLSTATE: the connection is lost, refused, or the server is stopping or starting. */
    private static final String AWAY = "08...|57P0[1-3]";

    private static final int DEEPEST = 30;

    private Outage() {}

    /**
     * Where the connection went in the middle of a transaction, its rollback failed too, for want of a connection and without a state that
     * says why: what ended the transaction is asked as well.
     */
    static boolean isCauseOf(@Nullable Throwable thrown) {
        return isCauseOf(thrown, DEEPEST);
    }

    private static boolean isCauseOf(@Nullable Throwable thrown, int depth) {
        if (thrown == null || depth == 0) {
            return false;
        }
        return isAway(thrown)
                || isCauseOf(thrown.getCause(), depth - 1)
                || (thrown instanceof TransactionSystemException failed
                        && isCauseOf(failed.getApplicationException(), depth - 1));
    }

    private static boolean isAway(Throwable thrown) {
        return thrown instanceof Passing
                || (thrown instanceof TransactionSystemException failed && isLostCommit(failed))
                || thrown instanceof SQLTransientConnectionException
                || (thrown instanceof SQLException lost
                        && lost.getSQLState() != null
                        && lost.getSQLState().matches(AWAY));
    }

    /**
     * A commit that the connection did not outlive: Spring throws what the rollback after it failed by, and forgets what the commit did.
     */
    private static boolean isLostCommit(TransactionSystemException failed) {
        return failed.getApplicationException() == null
                && failed.getCause() instanceof SQLException closed
                && closed.getSQLState() == null;
    }
}
