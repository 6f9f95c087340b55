package org.rongyi.career.campaign.live;

import java.util.Map;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.springframework.stereotype.Component;

@Component
class TestOrder implements LiveOrder {

    private final Candidates candidates;
    private final PlacementPosts posts;

    TestOrder(Candidates candidates, PlacementPosts posts) {
        this.candidates = candidates;
        this.posts = posts;
    }

    @Override
    public Standing of(CampaignRecord campaign) {
        var order =
                candidates.of(campaign.id()).stream().map(Candidate::pseudonym).toList();
        var codes =
                posts.published(campaign.id()).stream().map(PlacementPost::code).toList();
        return new Standing(order, order.isEmpty() ? Map.of() : Map.of(order.getFirst(), codes.reversed()));
    }
}
