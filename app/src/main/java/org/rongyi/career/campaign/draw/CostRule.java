package org.rongyi.career.campaign.draw;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/**
 * 指令性分配的费用: how far a post is from home and from the spouse, in steps of the divisions: 0 within the same town, 1 within the same county,
 * 2 within the same city, 3 beyond. Weights are dated parameters, those of the day on which the notice began.
 */
@Component
public class CostRule implements PolicyReader {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FARTHEST = 3;
    private static final long WHOLE = 100;

    private final Policy policy;

    CostRule(Policy policy) {
        this.policy = policy;
    }

    /**
     * The weights of a day.
     *
     * @param home for each step from home
     * @param spouse for each step from the spouse
     * @param priority what distance counts for who has priority, in percent
     */
    public record Weights(long home, long spouse, long priority) {

        public long of(Candidate who, DivisionCode place) {
            long cost = home * steps(who.home(), place);
            if (who.spouse() != null) {
                cost += spouse * steps(who.spouse(), place);
            }
            return cost * (who.hasPriority() ? priority : WHOLE);
        }
    }

    public Weights on(CampaignRecord one) {
        var day = one.noticeFrom() == null ? LocalDate.ofInstant(one.drafted(), ZONE) : one.noticeFrom();
        return new Weights(
                policy.number("campaign.cost.home", day),
                policy.number("campaign.cost.spouse", day),
                policy.number("campaign.cost.priority", day));
    }

    /** In words, as published. */
    public String words(CampaignRecord one) {
        var weights = on(one);
        return "离安置地每远一级 " + weights.home() + " 分，离配偶每远一级 " + weights.spouse()
                + " 分（同镇街 0 级、同县 1 级、同市 2 级、跨市 3 级）；优先对象按 " + weights.priority() + "% 计；总分最小";
    }

    static int steps(DivisionCode from, DivisionCode to) {
        var nearest = List.of(Level.TOWN, Level.COUNTY, Level.CITY);
        for (int i = 0; i < nearest.size(); i++) {
            boolean bothReach =
                    !from.level().isAbove(nearest.get(i)) && !to.level().isAbove(nearest.get(i));
            if (bothReach && from.at(nearest.get(i)).equals(to.at(nearest.get(i)))) {
                return i;
            }
        }
        return FARTHEST;
    }

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of("campaign.cost.home", "campaign.cost.spouse", "campaign.cost.priority", "campaign.result.days");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("从那天起开始公示的安置活动照新的算；已经公示的不变。");
    }
}
