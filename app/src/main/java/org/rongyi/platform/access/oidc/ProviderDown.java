package org.rongyi.platform.access.oidc;

/** The provider does not answer, or not as one. Its words stay in the log. */
public class ProviderDown extends RuntimeException {

    ProviderDown(String why, Throwable cause) {
        super(why, cause);
    }

    ProviderDown(String why) {
        super(why);
    }
}
