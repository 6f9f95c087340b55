package org.rongyi.verifier;

/** The file does not hold. Says where and why. */
final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Rejected(String place, String reason) {
        super(place + ": " + reason);
    }
}
