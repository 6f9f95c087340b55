package org.rongyi.career.campaign.exam;

import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What an exam is planned with; the plan's own numbers stand once the group has approved them. */
@Component
public class ExamPolicy implements PolicyReader {

    public static final String FILE_PERCENT = "campaign.exam.file.percent";

    public static final String MARKING_DAYS = "campaign.exam.marking.days";

    static final String DIFFERENCE = "campaign.exam.difference";
    static final String REVIEW_DAYS = "campaign.exam.review.days";

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                "campaign.exam.file.percent",
                "campaign.exam.difference",
                "campaign.exam.review.days",
                "campaign.exam.marking.days");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起定的考试按这个数；已经批准的方案不变。");
    }
}
