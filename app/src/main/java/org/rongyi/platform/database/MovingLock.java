package org.rongyi.platform.database;

/**
 * 转移锁: whoever writes records holds it together with all other writers; whoever moves records from one division code to
 * another holds it alone. Both take it before any other lock of their transaction, so that neither can hold what the
 * other waits for (docs/decisions/0045).
 */
public final class MovingLock {

    /** For writers: a term of the select list of their first statement. They never wait for each other. */
    public static final String SHARED = "pg_advisory_xact_lock_shared(20218, 0)";

    /** For jobs that write records: their first statement. */
    public static final String TAKE_SHARED = "select " + SHARED;

    /** For the mover; whoever asks for it says first how long he will wait, since new writers queue behind him. */
    public static final String TAKE_ALONE = "select pg_advisory_xact_lock(20218, 0)";

    private MovingLock() {}
}
