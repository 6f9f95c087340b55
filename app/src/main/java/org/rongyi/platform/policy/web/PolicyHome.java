package org.rongyi.platform.policy.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.change.AgreeChange;
import org.rongyi.platform.policy.change.PolicyChanges;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的待审核参数变更, for whoever may agree to them. */
@Component
class PolicyHome implements HomeCard {

    private static final int AFTER_THE_WORK = 61;

    private final PolicyChanges changes;

    PolicyHome(PolicyChanges changes) {
        this.changes = changes;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!Permission.mayPerform(AgreeChange.class, reader)) {
            return Optional.empty();
        }
        long open = changes.countOpen();
        return open == 0
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        AFTER_THE_WORK,
                        "政策参数",
                        "有人提出了变更，同意之前取值不变。",
                        List.of(new HomeBlock.Numbers(
                                List.of(HomeBlock.Number.of("待审核变更", Words.number(open), "件", "/policy-changes")))),
                        List.of()));
    }
}
