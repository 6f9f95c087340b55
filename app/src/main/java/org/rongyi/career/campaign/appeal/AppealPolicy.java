package org.rongyi.career.campaign.appeal;

import java.util.List;
import java.util.Set;
import org.rongyi.career.campaign.candidate.AppealTerm;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** Within how many working days somebody who is refused for a post may ask for another look. */
@Component
class AppealPolicy implements PolicyReader {

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of(AppealTerm.DAYS);
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起核对的资格审查按这个数；以前核对的不变。");
    }
}
