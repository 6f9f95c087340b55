package org.rongyi.career.campaign;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** What a plan still wants: that it can be carried out, and that nothing in it looks like a secret. */
@Component
class PlanCheck {

    private final Secrets secrets;
    private final Clock clock;

    PlanCheck(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    Optional<CampaignPlan.Wanting> wanting(CampaignPlan plan) {
        return plan.wanting(clock.instant()).or(() -> secret(plan));
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
