package org.rongyi.care.need;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** Within how many working days a need is answered: what is later stands on the list of the unit above. */
@Component
class NeedPolicy implements PolicyReader {

    static final String ANSWER = "need.answer.days";

    @Override
    public String room() {
        return "需求与结对";
    }

    @Override
    public Set<String> reads() {
        return Set.of(ANSWER);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效那天还没有答复的需求，都按新期限看有没有逾期。");
    }
}
