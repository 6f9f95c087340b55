package org.rongyi.career.campaign.ranking;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 撤下录错的排序: by a leader, while nobody has typed the same and the sealed lists are shut, so that a mistyped one does not hold up the campaign when whoever
 * typed it is away. The unit's order is then typed from its paper anew, by two.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class WithdrawRanking implements OfficeAct<WithdrawRanking.Command, WithdrawRanking.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Rankings rankings;
    private final PlacementPosts posts;
    private final AuditTrail audit;

    WithdrawRanking(PlacementCampaigns campaigns, Rankings rankings, PlacementPosts posts, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.rankings = rankings;
        this.posts = posts;
    }

    public record Command(CommandId id, UUID campaign, UUID post) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Nothing was typed. */
        record NotFound() implements Outcome, Refused {}

        /** The sealed lists are open: who knows them changes nothing of it. */
        record NotNow() implements Outcome, Refused {}

        /** Two have typed it alike: it stands. */
        record Frozen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var post = posts.find(command.post()).filter(one -> one.campaign().equals(command.campaign()));
        var ranking = post.flatMap(one -> rankings.find(one.id()));
        if (found.isEmpty() || ranking.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (ranking.get().confirmed() != null) {
            return new Outcome.Frozen();
        }
        if (!found.get().isIn(CampaignStage.WISHES) || rankings.areListsOpen(command.campaign())) {
            return new Outcome.NotNow();
        }
        audit.changed("单位的排序", "待另一人核对", "已撤下");
        rankings.withdraw(command.post());
        return new Outcome.Withdrawn(command.post());
    }
}
