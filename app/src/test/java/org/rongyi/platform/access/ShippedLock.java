package org.rongyi.platform.access;

/** How many wrong tries lock an account by the parameters as they are shipped. */
final class ShippedLock {

    static final int FAILURES = 5;

    private ShippedLock() {}
}
