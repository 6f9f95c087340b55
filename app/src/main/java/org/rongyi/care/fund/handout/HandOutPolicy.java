package org.rongyi.care.fund.handout;

import java.util.List;
import java.util.Set;
import org.rongyi.care.fund.books.RecordCost;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** 发放读的参数. */
@Component
class HandOutPolicy implements PolicyReader {

    @Override
    public String room() {
        return "资金";
    }

    @Override
    public Set<String> reads() {
        return Set.of(HandOut.CASH_MOST, RecordCost.FEE_MOST);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("以后登记的照新的；已经登记的不变。");
    }
}
