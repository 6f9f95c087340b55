package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 先选先定: a unit takes somebody who applied for its post, for good; nobody else can take him then, and nobody can change it. */
@Service
@Allow(roles = {Role.EMPLOYER})
public class TakeApplicant implements OfficeAct<TakeApplicant.Command, TakeOutcome> {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Receivers receivers;
    private final Applicants applicants;
    private final Taking taking;
    private final Clock clock;

    TakeApplicant(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Receivers receivers,
            Applicants applicants,
            Taking taking,
            Clock clock) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.receivers = receivers;
        this.applicants = applicants;
        this.taking = taking;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID post, UUID application) implements OfficeAct.Command {}

    @Override
    public TakeOutcome run(Actor.Office office, Command command) {
        var found = posts.find(command.post()).filter(PlacementPost::published);
        if (found.isEmpty() || !receivers.isOf(found.get(), office)) {
            return new TakeOutcome.NotFound();
        }
        var post = found.get();
        var campaign = campaigns.find(post.campaign()).orElseThrow();
        if (campaign.online().isEmpty()) {
            return new TakeOutcome.NotFound();
        }
        var shut = Taking.shut(Phase.of(campaign, clock.instant()));
        if (shut != null) {
            return shut;
        }
        return applicants
                .find(post.id(), command.application())
                .map(one -> taking.take(
                        campaign, post, new Picks.Whom(one.candidate(), one.pseudonym()), PickHow.ONLINE, null))
                .orElseGet(TakeOutcome.NotFound::new);
    }

    @Override
    public TakeOutcome lost(String constraint) {
        var outcome = Taking.lost(constraint);
        return outcome == null ? OfficeAct.super.lost(constraint) : outcome;
    }
}
