package org.rongyi.platform.database;

import org.jspecify.annotations.Nullable;

/** The machine does not allow the program to run: a taken port, a used directory. Ends it with exit code 3. */
public class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotRun(String reason) {
        super(reason);
    }

    public CannotRun(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
