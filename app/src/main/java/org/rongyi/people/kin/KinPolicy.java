package org.rongyi.people.kin;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** How long a mandate may be given for. */
@Component
class KinPolicy implements PolicyReader {

    @Override
    public String room() {
        return "亲属代办";
    }

    @Override
    public Set<String> reads() {
        return Set.of(KinMandates.LONGEST);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效以后，亲属委托、延长委托从当天起最长 " + changed.numberInWords() + " 个月；此前给的委托按当时写的日子，不变。");
    }
}
