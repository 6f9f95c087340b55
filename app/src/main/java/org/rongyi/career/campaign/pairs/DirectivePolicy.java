package org.rongyi.career.campaign.pairs;

import java.util.List;
import java.util.Set;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.DirectiveTerms;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** 指令性分配的参数: read for plans that are not approved. An approved one has its own, which nothing changes any more. */
@Component
public class DirectivePolicy implements PolicyReader {

    private final Policy policy;
    private final Divisions divisions;

    DirectivePolicy(Policy policy, Divisions divisions) {
        this.policy = policy;
        this.divisions = divisions;
    }

    /** As approved; before that as they would be if it were approved today. */
    public DirectiveTerms of(CampaignRecord one) {
        return one.directive() == null ? today(one.plan().priority()) : one.directive();
    }

    /** As far as a file can hold them: what the plan says is what is reckoned with. A plan that gives nobody priority gives nobody any here either. */
    private DirectiveTerms today(Priority priority) {
        var day = divisions.today();
        boolean counts = priority != Priority.NONE;
        return new DirectiveTerms(
                policy.number("campaign.cost.home", day),
                policy.number("campaign.cost.spouse", day),
                counts ? policy.number("campaign.cost.priority", day) : DirectiveTerms.LIKE_OTHERS,
                policy.number("campaign.cost.ability", day),
                policy.number("campaign.cost.waiting", day),
                counts ? policy.number("campaign.cost.ahead", day) : 0,
                Math.min(Campaign.MOST_COSTS, policy.number("campaign.pairs.most", day)),
                policy.number("campaign.pairs.near", day),
                Math.max(1, policy.number("campaign.pairs.spread", day)),
                true);
    }

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                "campaign.cost.home",
                "campaign.cost.spouse",
                "campaign.cost.priority",
                "campaign.cost.ability",
                "campaign.cost.waiting",
                "campaign.cost.ahead",
                "campaign.pairs.most",
                "campaign.pairs.near",
                "campaign.pairs.spread");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("以后审定方案的安置活动照新的算；已经审定的，不论从哪天起生效都不变。");
    }
}
