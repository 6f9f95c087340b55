package org.rongyi.platform.ui.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether a request failed because it asked for a value that the database cannot hold, such as the year 999999999. */
final class BadValue {

    /** SQLSTATE: a date that is malformed or beyond the calendar, a character that is none. */
    private static final String UNFIT = "2200[78]|22021";

    private static final int DEEPEST = 30;

    private BadValue() {}

    static boolean isCauseOf(@Nullable Throwable thrown) {
        int depth = 0;
        for (var cause = thrown; cause != null && depth < DEEPEST; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().matches(UNFIT)) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
