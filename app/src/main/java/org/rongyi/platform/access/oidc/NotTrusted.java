package org.rongyi.platform.access.oidc;

/** What came back proves nobody's identity: a code used twice, a token that is not the provider's, or not for us. */
public class NotTrusted extends RuntimeException {

    NotTrusted(String why, Throwable cause) {
        super(why, cause);
    }

    NotTrusted(String why) {
        super(why);
    }
}
