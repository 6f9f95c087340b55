package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Applying and taking it back, by himself or at the counter: within the window, posts that are for him, not more than the most. */
@Component
class Applying {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final PlacementPosts posts;
    private final PostApplications applications;
    private final DirectSeats direct;
    private final Clock clock;
    private final AuditTrail audit;

    Applying(
            PlacementCampaigns campaigns,
            Candidates candidates,
            PlacementPosts posts,
            PostApplications applications,
            DirectSeats direct,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.posts = posts;
        this.applications = applications;
        this.direct = direct;
        this.clock = clock;
    }

    /** 公务员、参公: of these the plan says the least and the most. */
    static boolean isCounted(PlacementPost post) {
        return post.nature() == UnitNature.ORGAN || post.nature() == UnitNature.LIKE_ORGAN;
    }

    ApplyOutcome apply(Actor actor, UUID candidate, UUID post) {
        var found = find(actor, candidate);
        if (found.isEmpty()) {
            return new ApplyOutcome.NotFound();
        }
        var who = found.get();
        applications.lock(who.id());
        var campaign = campaigns.find(who.campaign()).orElseThrow();
        var shut = shut(campaign);
        if (shut != null) {
            return shut;
        }
        if (direct.of(who.id()).isPresent()) {
            return new ApplyOutcome.SettledDirectly();
        }
        var wanted =
                posts.find(post).filter(one -> one.published() && one.campaign().equals(campaign.id()));
        if (wanted.isEmpty() || applications.isRefused(who.id(), post)) {
            return new ApplyOutcome.NoSuchPost();
        }
        var own = applications.of(who.id()).stream()
                .map(PostApplications.Application::post)
                .collect(Collectors.toSet());
        if (own.contains(post)) {
            return new ApplyOutcome.Already();
        }
        int most = campaign.online().orElseThrow().most();
        if (isCounted(wanted.get()) && counted(campaign, own) >= most) {
            return new ApplyOutcome.BeyondMost(most);
        }
        audit.said("申请岗位", "加一个"); // which one, the units are not to know before they look
        applications.insert(who, post, actor instanceof Actor.Office);
        return new ApplyOutcome.Applied(who.id());
    }

    ApplyOutcome withdraw(Actor actor, UUID candidate, UUID post) {
        var found = find(actor, candidate);
        if (found.isEmpty()) {
            return new ApplyOutcome.NotFound();
        }
        var who = found.get();
        applications.lock(who.id());
        var shut = shut(campaigns.find(who.campaign()).orElseThrow());
        if (shut != null) {
            return shut;
        }
        audit.changed("申请岗位", "已申请", "撤回一个");
        return applications.withdraw(who.id(), post)
                ? new ApplyOutcome.Withdrawn(who.id())
                : new ApplyOutcome.NoSuchPost();
    }

    private Optional<Candidate> find(Actor actor, UUID candidate) {
        return candidates
                .find(candidate)
                .filter(Candidate::takesPart)
                .filter(one ->
                        !(actor instanceof Actor.Self self) || one.person().equals(self.person()))
                .filter(one -> campaigns
                        .find(one.campaign())
                        .filter(each -> each.online().isPresent())
                        .isPresent());
    }

    private @Nullable ApplyOutcome shut(CampaignRecord campaign) {
        return switch (Phase.of(campaign, clock.instant())) {
            case APPLYING -> null;
            case BEFORE ->
                clock.instant().isBefore(campaign.plan().closes())
                        ? new ApplyOutcome.NotOpenYet()
                        : new ApplyOutcome.Closed();
            case BEFORE_BROWSING, BROWSING, BEFORE_DECIDING, DECIDING, OVER -> new ApplyOutcome.Closed();
        };
    }

    private long counted(CampaignRecord campaign, Set<UUID> own) {
        return posts.published(campaign.id()).stream()
                .filter(one -> isCounted(one) && own.contains(one.id()))
                .count();
    }
}
