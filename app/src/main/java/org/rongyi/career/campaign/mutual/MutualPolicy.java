package org.rongyi.career.campaign.mutual;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** How many posts are proposed; the plan's own numbers stand once the group has approved them. */
@Component
public class MutualPolicy implements PolicyReader {

    public static final String LEAST = "placement.mutual.least";
    public static final String MOST = "placement.mutual.most";

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of("placement.mutual.least", "placement.mutual.most");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起拟定的方案先填这个数；已经批准的方案不变。");
    }
}
