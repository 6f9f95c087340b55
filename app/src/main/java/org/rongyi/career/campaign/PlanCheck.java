package org.rongyi.career.campaign;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.who.OrderRules;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/**
 * What a plan still wants: that it can be carried out, that it is shown as long as scores have to be, that somebody may use its ways at all, that priority
 * and ties are those of the place, and that nothing in it looks like a secret.
 */
@Component
public class PlanCheck {

    private static final String NOTICE_DAYS = "placement.notice.score.days";

    private final Secrets secrets;
    private final WayRules rules;
    private final OrderRules order;
    private final Policy policy;
    private final Divisions divisions;
    private final Clock clock;

    PlanCheck(Secrets secrets, WayRules rules, OrderRules order, Policy policy, Divisions divisions, Clock clock) {
        this.secrets = secrets;
        this.rules = rules;
        this.order = order;
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * @param stands what is to be written anew; none for a plan that is drafted
     * @param exam whether an exam is planned with it
     */
    Optional<CampaignPlan.Wanting> wanting(
            CampaignPlan plan, @Nullable CampaignPlan stands, boolean exam, DivisionCode where) {
        return plan.wanting(clock.instant())
                .or(() -> shown(plan))
                .or(() -> rules.objection(new WayRules.Used(plan.ways(), exam, where, plan.opens()))
                        .map(why -> new CampaignPlan.Wanting("way1", why)))
                .or(() -> ordered(plan, where))
                .or(() -> secret(plan, stands));
    }

    /** What a plan that was drafted before it was asked for, or before the rule of the place, still wants when the group is to approve it. */
    public Optional<String> outdated(CampaignRecord campaign) {
        var plan = campaign.plan();
        return shown(plan)
                .or(() -> ordered(plan, campaign.code()))
                .or(plan::wantingDraw)
                .map(CampaignPlan.Wanting::why);
    }

    private Optional<CampaignPlan.Wanting> ordered(CampaignPlan plan, DivisionCode where) {
        var at = OrderRules.At.of(plan.opens(), where);
        return order.objection(plan.priority(), at)
                .map(why -> new CampaignPlan.Wanting("priority", why))
                .or(() -> order.objection(plan.ties(), at).map(why -> new CampaignPlan.Wanting("tie1", why)));
    }

    private Optional<CampaignPlan.Wanting> shown(CampaignPlan plan) {
        int least = policy.number(NOTICE_DAYS, divisions.today());
        return plan.noticeDays() < least
                ? Optional.of(new CampaignPlan.Wanting("noticeDays", "得分至少公示 " + least + " 个工作日，请填 " + least + " 或者更多"))
                : Optional.empty();
    }

    private Optional<CampaignPlan.Wanting> secret(CampaignPlan plan, @Nullable CampaignPlan stands) {
        var before = stands == null ? Map.<String, String>of() : words(stands);
        return words(plan).entrySet().stream()
                .flatMap(one ->
                        secrets.look(one.getKey(), before.getOrDefault(one.getKey(), ""), one.getValue()).stream())
                .map(found -> new CampaignPlan.Wanting(found.field(), found.why()))
                .findFirst();
    }

    private static Map<String, String> words(CampaignPlan plan) {
        var words = new LinkedHashMap<String, String>();
        words.put("title", plan.title());
        words.put("sources", String.join("\n", plan.sources()));
        words.put("silent", plan.silent());
        return words;
    }
}
