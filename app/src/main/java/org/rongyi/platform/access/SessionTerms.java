package org.rongyi.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 会话时长: how long a session lasts unused, and how long at all; asked with every request, before anybody is known. */
@Component
class SessionTerms {

    static final String IDLE = "access.session.idle";
    static final String LONGEST = "access.session.longest";

    private final Policy policy;
    private final Clock clock;

    SessionTerms(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    Duration idle() {
        return Duration.ofMinutes(policy.number(IDLE, today()));
    }

    Duration longest() {
        return Duration.ofHours(policy.number(LONGEST, today()));
    }

    /** For the page of one's own sessions. */
    String inWords() {
        var mark = policy.isProposed(today(), IDLE, LONGEST) ? "（系统默认，待业务确认）" : "";
        return "超过 " + idle().toMinutes() + " 分钟没有操作，或者登录满 " + longest().toHours() + " 小时，要重新登录" + mark;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
