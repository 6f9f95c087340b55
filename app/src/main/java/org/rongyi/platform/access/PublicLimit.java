package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.policy.Policy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * 公开数据的限速: how often one address may ask within a minute. It guards this program's own strength, so it counts in its
 * own memory; a row in the database for each question would cost more than the answer.
 */
class PublicLimit implements HandlerInterceptor {

    static final String PARAMETER = "access.limit.public";
    private static final int MINUTE = 60;

    private final Policy policy;
    private final Clock clock;
    private volatile Minute present = new Minute(0, Map.of());

    PublicLimit(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** The counts of one minute; the next one begins with none, so that the memory stays small. */
    private record Minute(long number, Map<String, AtomicInteger> counts) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (SessionFilter.actor(request) instanceof Actor.Client client
                && client.grants().contains(ClientScope.PUBLIC_DATA)) {
            return true; // counted by what was agreed with it
        }
        long second = clock.instant().getEpochSecond();
        int asked = minute(second / MINUTE)
                .counts()
                .computeIfAbsent(String.valueOf(request.getRemoteAddr()), address -> new AtomicInteger())
                .incrementAndGet();
        if (asked <= policy.number(PARAMETER, LocalDate.now(clock))) {
            return true;
        }
        long wait = MINUTE - second % MINUTE;
        if (!request.getRequestURI().startsWith("/public/")) {
            throw new TooMany(Duration.ofSeconds(wait)); // a page for people
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"查询太频繁\",\"status\":429,\"detail\":\"请过 " + wait
                        + " 秒再查\"}");
        return false;
    }

    private Minute minute(long number) {
        var minute = present;
        if (minute.number() != number) {
            synchronized (this) {
                if (present.number() != number) {
                    present = new Minute(number, new ConcurrentHashMap<>());
                }
                minute = present;
            }
        }
        return minute;
    }
}
