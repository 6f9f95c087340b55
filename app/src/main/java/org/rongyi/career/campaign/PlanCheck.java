package org.rongyi.career.campaign;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** What a plan still wants: that it can be carried out, that somebody may use its ways at all, and that nothing in it looks like a secret. */
@Component
class PlanCheck {

    private final Secrets secrets;
    private final WayRules rules;
    private final Clock clock;

    PlanCheck(Secrets secrets, WayRules rules, Clock clock) {
        this.secrets = secrets;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param exam whether an exam is planned with it */
    Optional<CampaignPlan.Wanting> wanting(CampaignPlan plan, boolean exam, DivisionCode where) {
        return plan.wanting(clock.instant())
                .or(() -> rules.objection(new WayRules.Used(plan.ways(), exam, where, plan.opens()))
                        .map(why -> new CampaignPlan.Wanting("way1", why)))
                .or(() -> secret(plan));
    }

    private Optional<CampaignPlan.Wanting> secret(CampaignPlan plan) {
        var words = new LinkedHashMap<String, String>();
        words.put("title", plan.title());
        words.put("sources", String.join("\n", plan.sources()));
        words.put("silent", plan.silent());
        return words.entrySet().stream()
                .flatMap(one -> secrets.look(one.getKey(), one.getValue()).stream())
                .map(found -> new CampaignPlan.Wanting(found.field(), found.why()))
                .findFirst();
    }
}
