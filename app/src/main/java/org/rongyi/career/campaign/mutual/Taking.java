package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;

/**
 * 先选先定: who comes first has him. The campaign's lock is taken before anything is looked at, so whoever loses is told why; behind it the clock is looked
 * at again, for the draw is opened behind the same lock, and whoever waited for it past the last instant comes too late.
 */
@Component
class Taking {

    private final PlacementCampaigns campaigns;
    private final Picks picks;
    private final DirectSeats direct;
    private final Clock clock;
    private final AuditTrail audit;

    Taking(PlacementCampaigns campaigns, Picks picks, DirectSeats direct, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.picks = picks;
        this.direct = direct;
        this.clock = clock;
    }

    TakeOutcome take(
            CampaignRecord campaign, PlacementPost post, Picks.Whom whom, PickHow how, @Nullable String paper) {
        picks.lock(campaign.id());
        var shut = shut(Phase.of(campaigns.find(campaign.id()).orElseThrow(), clock.instant()));
        if (shut != null) {
            return shut;
        }
        var before = picks.of(campaign.id());
        var first = Picks.of(before, whom.candidate());
        if (first.isPresent()) {
            return first.get().post().equals(post.id()) ? new TakeOutcome.Already() : new TakeOutcome.TakenElsewhere();
        }
        if (Picks.taken(before, post.id()) + direct.settled(campaign.id(), post.id()) >= post.seats()) {
            return new TakeOutcome.Full();
        }
        audit.said("选定", how.zh());
        picks.insert(campaign, before, whom, post.id(), how, paper);
        return new TakeOutcome.Taken(post.id());
    }

    /** What a lost key means: another was first all the same. */
    static @Nullable TakeOutcome lost(String constraint) {
        return switch (constraint) {
            case Picks.PERSON -> new TakeOutcome.TakenElsewhere();
            case Picks.SEAT -> new TakeOutcome.Full();
            default -> null;
        };
    }

    static @Nullable TakeOutcome shut(Phase phase) {
        return switch (phase) {
            case DECIDING -> null;
            case OVER -> new TakeOutcome.Closed();
            case BEFORE, APPLYING, BEFORE_BROWSING, BROWSING, BEFORE_DECIDING -> new TakeOutcome.NotOpenYet();
        };
    }
}
