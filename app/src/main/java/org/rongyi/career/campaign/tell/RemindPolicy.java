package org.rongyi.career.campaign.tell;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** How many days before a last day a candidate is reminded of it. */
@Component
class RemindPolicy implements PolicyReader {

    static final String WISHES_DAYS = "campaign.remind.wishes.days";
    static final String DUTY_DAYS = "campaign.remind.duty.days";

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of("campaign.remind.wishes.days", "campaign.remind.duty.days");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起照这个数提醒；已经提醒过的不再提醒。");
    }
}
