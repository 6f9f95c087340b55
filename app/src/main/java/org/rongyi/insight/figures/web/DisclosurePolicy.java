package org.rongyi.insight.figures.web;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** What another least number would do to the published figures: they are withheld when asked for, not before. */
@Component
class DisclosurePolicy implements PolicyReader {

    @Override
    public String room() {
        return "数据";
    }

    @Override
    public Set<String> reads() {
        return Set.of(Disclosure.LEAST);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效以后有人查询公开数据时，小于 " + changed.numberInWords() + " 的隐去；已经被人取走的收不回来。");
    }
}
