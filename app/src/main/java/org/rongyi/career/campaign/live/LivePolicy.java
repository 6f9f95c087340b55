package org.rongyi.career.campaign.live;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** The time proposed for each one, and for who was absent at the roll-call; the plan's own stand once the group has approved them. */
@Component
public class LivePolicy implements PolicyReader {

    public static final String MINUTES = "placement.choose.minutes";
    public static final String ABSENT_SECONDS = "placement.choose.absent.seconds";

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of(MINUTES, ABSENT_SECONDS);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起拟定的方案先填这个数；已经批准的方案不变。");
    }
}
