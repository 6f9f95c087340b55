package org.rongyi.career.campaign.wish.ceremony;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 份额遗失了怎么办: announced before anybody seals. */
@Component
class LostShares {

    private static final String LIST = "campaign.shares.lost";

    private final Policy policy;
    private final Clock clock;

    LostShares(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    String words() {
        return policy.choices(LIST, LocalDate.now(clock)).stream()
                .map(Choice::zh)
                .collect(Collectors.joining("；", "", "。"));
    }
}
