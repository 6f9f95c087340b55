package org.rongyi;

import java.util.concurrent.locks.LockSupport;

/** Between two looks at something that is not there yet: who looks without a pause takes a processor from what he waits for. */
public final class LookAgain {

    private static final long NANOS = 20_000_000;

    private LookAgain() {}

    public static void soon() {
        LockSupport.parkNanos(NANOS);
    }
}
