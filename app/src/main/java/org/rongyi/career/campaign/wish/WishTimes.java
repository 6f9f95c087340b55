package org.rongyi.career.campaign.wish;

import java.time.Clock;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.springframework.stereotype.Component;

/** By the server's clock alone, and by whether there is a key. */
@Component
public class WishTimes {

    private final SealingKeys keys;
    private final Clock clock;

    WishTimes(SealingKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public WishTime of(CampaignRecord campaign) {
        if (!campaign.selection().takesLists()) {
            return new WishTime.Online();
        }
        var now = clock.instant();
        if (campaign.takesWishes(now)) {
            return keys.ready(campaign.id()).<WishTime>map(WishTime.Open::new).orElseGet(WishTime.NoKey::new);
        }
        boolean isEarly = campaign.calledOff() == null
                && campaign.stage().compareTo(CampaignStage.WISHES) <= 0
                && now.isBefore(campaign.plan().closes());
        if (!isEarly) {
            return new WishTime.Closed();
        }
        return now.isBefore(campaign.plan().opens()) ? new WishTime.NotYet() : new WishTime.Unsettled();
    }
}
