package org.rongyi.platform.act;

/** A reason that looks like a state secret: the act is rolled back, and nothing of it is kept (422). */
public final class SecretWords extends RuntimeException {

    public SecretWords(String why) {
        super(why, null, false, false);
    }

    /** For the person who typed it. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
