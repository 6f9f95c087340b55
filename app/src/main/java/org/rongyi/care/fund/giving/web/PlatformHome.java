package org.rongyi.care.fund.giving.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.giving.ConfirmPlatform;
import org.rongyi.care.fund.giving.PlatformChanges;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页: pages for giving that somebody else proposed to change, which wait for this leader. Nothing when there is none. */
@Component
class PlatformHome implements HomeCard {

    private static final int BESIDE_CLOSINGS = 27;

    private final PlatformChanges changes;

    PlatformHome(PlatformChanges changes) {
        this.changes = changes;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(ConfirmPlatform.class, office)) {
            return Optional.empty();
        }
        var entries = changes.waiting(office).stream().map(PlatformHome::entry).toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BESIDE_CLOSINGS, "等您核定的网上捐赠页面", null, List.of(new HomeBlock.Entries(entries, "")), List.of()));
    }

    private static HomeBlock.Entry entry(PlatformChanges.Waiting one) {
        return new HomeBlock.Entry(
                one.fundName(),
                one.proposedName() + " " + Words.moment(one.proposedAt().toInstant()) + "提出",
                "待核定",
                Tone.WARNING,
                "/funds/" + one.fund() + "/platform");
    }
}
