package org.rongyi.platform.notice.delivery;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** 免打扰时段: nobody is woken by an SMS that can wait. Asked when it is sent, so that a try that comes late waits too. */
@Component
class QuietHours implements PolicyReader {

    private static final String FROM = "notice.quiet.from";
    private static final String TO = "notice.quiet.to";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int ANYTHING = 2;
    private static final int NOTHING_THAT_WAKES = 1;

    private final Policy policy;

    QuietHours(Policy policy) {
        this.policy = policy;
    }

    /** The last rank of the outbox that may be sent now. */
    int lastRank(OffsetDateTime now) {
        return isQuiet(now) ? NOTHING_THAT_WAKES : ANYTHING;
    }

    boolean isQuiet(OffsetDateTime now) {
        var here = now.atZoneSameInstant(ZONE);
        int hour = here.getHour();
        int from = policy.number(FROM, here.toLocalDate());
        int to = policy.number(TO, here.toLocalDate());
        return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    }

    @Override
    public String room() {
        return "消息";
    }

    @Override
    public Set<String> reads() {
        return Set.of(FROM, TO, Delivery.ATTEMPTS);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(
                id.equals(Delivery.ATTEMPTS)
                        ? "生效以后，试满 " + changed.numberInWords() + " 次仍不成的即停发；已停发的不变。"
                        : "生效以后，还在等待的短信按新的时段发；已发出的不变。");
    }
}
