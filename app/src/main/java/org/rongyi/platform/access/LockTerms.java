package org.rongyi.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 账号锁定: after how many wrong passwords or codes in a row, and for how long. */
@Component
class LockTerms {

    static final String FAILURES = "access.lock.failures";
    static final String MINUTES = "access.lock.minutes";

    private final Policy policy;
    private final Clock clock;

    LockTerms(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    int failures() {
        return policy.number(FAILURES, today());
    }

    Duration lasts() {
        return Duration.ofMinutes(policy.number(MINUTES, today()));
    }

    /** What whoever is locked out reads. */
    String inWords() {
        var mark = policy.isProposed(today(), FAILURES, MINUTES) ? "（次数和时间为系统默认，待业务确认）" : "";
        return "口令或验证码连续 " + failures() + " 次不对，账号已锁定 " + lasts().toMinutes() + " 分钟" + mark + "。请稍后再试，或请安全管理员解锁";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
