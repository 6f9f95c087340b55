package org.rongyi.platform.database;

/** What was to be checked is not as it should be. Ends the program with exit code 1; the message names the place. */
public class CheckFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CheckFailed(String message) {
        super(message);
    }
}
