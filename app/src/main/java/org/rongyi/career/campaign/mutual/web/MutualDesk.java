package org.rongyi.career.campaign.mutual.web;

import java.time.Clock;
import java.util.Optional;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Picks;
import org.springframework.stereotype.Component;

/** 网上双选 as it stands now. */
@Component
class MutualDesk {

    private final PlacementPosts posts;
    private final Picks picks;
    private final DirectSeats direct;
    private final Clock clock;

    MutualDesk(PlacementPosts posts, Picks picks, DirectSeats direct, Clock clock) {
        this.posts = posts;
        this.picks = picks;
        this.direct = direct;
        this.clock = clock;
    }

    /** None where the plan has none. */
    Optional<MutualView> view(CampaignRecord campaign) {
        return campaign.online()
                .map(rule -> new MutualView(
                        campaign,
                        rule,
                        Phase.of(campaign, clock.instant()),
                        posts.published(campaign.id()),
                        picks.of(campaign.id()),
                        direct.taken(campaign.id())));
    }
}
