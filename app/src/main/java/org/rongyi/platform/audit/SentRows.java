package org.rongyi.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** 送出行数: how many rows of a list left with the request that is being answered, also when it broke off. */
public final class SentRows {

    private static final String KEY = SentRows.class.getName();

    private SentRows() {}

    /** Counted up by whoever sends. */
    public static AtomicLong begin() {
        var sent = new AtomicLong();
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(KEY, sent, RequestAttributes.SCOPE_REQUEST);
        }
        return sent;
    }

    /** None when no list was sent. */
    public static OptionalLong find(HttpServletRequest request) {
        return request.getAttribute(KEY) instanceof AtomicLong sent
                ? OptionalLong.of(sent.get())
                : OptionalLong.empty();
    }
}
