package org.rongyi.career.campaign.direct;

import java.time.LocalDate;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.placement.proof.Priority;
import org.springframework.stereotype.Component;

/**
 * 还能给直通安置的位子: a post's seats without those kept for who has priority, over all its calls together, as the run counts them. Whoever asks in order
 * to give one holds the campaign's lock.
 */
@Component
class DirectRoom {

    private final PlacementPosts posts;
    private final DirectCalls calls;
    private final DirectApplications applications;

    DirectRoom(PlacementPosts posts, DirectCalls calls, DirectApplications applications) {
        this.posts = posts;
        this.calls = calls;
        this.applications = applications;
    }

    /** What may be called for: seats that nobody has and no running call offers. */
    int toCall(CampaignRecord campaign, PlacementPost post, LocalDate today) {
        int offered = calls.of(campaign.id()).stream()
                .filter(one -> one.post().equals(post.id()) && one.isOpen(today))
                .mapToInt(DirectCalls.Call::seats)
                .sum();
        long taken = applications.of(campaign.id()).stream()
                .filter(one -> one.post().equals(post.id()) && one.takesSeat())
                .count();
        return all(campaign, post) - offered - (int) taken;
    }

    /** Whether an agreement may be entered: who has one already is not counted against himself. */
    boolean forAgreement(CampaignRecord campaign, DirectApplications.Application one, LocalDate today) {
        var post = posts.find(one.post()).orElseThrow();
        return toCall(campaign, post, today) + (one.takesSeat() ? 1 : 0) > 0;
    }

    /** Whether one more may be settled, whatever was agreed. */
    boolean toSettle(CampaignRecord campaign, DirectApplications.Application one) {
        var post = posts.find(one.post()).orElseThrow();
        long settled = applications.of(campaign.id()).stream()
                .filter(each -> each.post().equals(one.post()) && each.takesPart())
                .filter(each -> each.state() == DirectState.SETTLED)
                .count();
        return settled < all(campaign, post);
    }

    private static int all(CampaignRecord campaign, PlacementPost post) {
        return post.seats() - (campaign.plan().priority() == Priority.RESERVED ? post.reserved() : 0);
    }
}
