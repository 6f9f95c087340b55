package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.material.OnlineLists;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.material.WishLists;
import org.springframework.stereotype.Component;

/** Who was taken, as the wishes of the run: the one post. Who was not has none and goes on to the next way. */
@Component
class TakenLists implements OnlineLists {

    private final PlacementPosts posts;
    private final Picks picks;
    private final Secrecies secrecies;
    private final Clock clock;

    TakenLists(PlacementPosts posts, Picks picks, Secrecies secrecies, Clock clock) {
        this.posts = posts;
        this.picks = picks;
        this.secrecies = secrecies;
        this.clock = clock;
    }

    @Override
    public boolean isOver(CampaignRecord campaign) {
        return Phase.of(campaign, clock.instant()) == Phase.OVER;
    }

    @Override
    public void lock(UUID campaign) {
        picks.lock(campaign);
    }

    @Override
    public List<WishLists.Opened> taken(UUID campaign) {
        var codes =
                posts.published(campaign).stream().collect(Collectors.toMap(PlacementPost::id, PlacementPost::code));
        var nonces = secrecies.nonces(campaign);
        var all = picks.of(campaign);
        if (!PickChain.holds(all)) {
            throw new IllegalStateException("who was taken is not what was shown: " + campaign);
        }
        return all.stream()
                .map(one -> new WishLists.Opened(
                        one.candidate(), List.of(codes.get(one.post())), nonces.getOrDefault(one.candidate(), "")))
                .toList();
    }
}
