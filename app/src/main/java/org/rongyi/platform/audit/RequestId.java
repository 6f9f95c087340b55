package org.rongyi.platform.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id of the request being served: in the log, in the trail and on the error page, so that one finds the other. */
public final class RequestId {

    public static final String KEY = "request";

    private RequestId() {}

    public static @Nullable String current() {
        return MDC.get(KEY);
    }
}
