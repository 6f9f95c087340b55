package org.rongyi.career.campaign.run;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** How many working days a result hangs. */
@Component
class ResultPolicy implements PolicyReader {

    static final String DAYS = "campaign.result.days";

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of("campaign.result.days");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起审定结果的安置活动公示这么多个工作日；已经公示的不变。");
    }
}
