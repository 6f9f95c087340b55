package org.rongyi.care.fund.sample;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** How sure a sample is to be: drawn ones keep the numbers of their day. */
@Component
class SamplePolicy implements PolicyReader {

    static final String CONFIDENCE = "fund.sample.confidence";
    static final String MARGIN = "fund.sample.margin";
    static final String DAYS = "fund.sample.days";

    @Override
    public String room() {
        return "抽样回访";
    }

    @Override
    public Set<String> reads() {
        return Set.of(CONFIDENCE, MARGIN, DAYS);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效以后抽的样、登记的回访照新的办；已经抽的不变。");
    }
}
