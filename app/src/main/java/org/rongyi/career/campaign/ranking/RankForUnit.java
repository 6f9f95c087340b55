package org.rongyi.career.campaign.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 录入单位的排序: from the unit's stamped paper, once the list is settled and before the sealed lists are opened, so that nobody knows who wished for it. One
 * enters it, another types the same; the lists are not opened before. Until then whoever entered it may enter it anew, and a leader may withdraw it
 * ({@link WithdrawRanking}). Who is not in it was not chosen.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RankForUnit implements OfficeAct<RankForUnit.Command, RankForUnit.Outcome> {

    private static final int LONGEST = 60;

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final Rankings rankings;
    private final Secrets secrets;
    private final AuditTrail audit;

    RankForUnit(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            Rankings rankings,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.rankings = rankings;
        this.secrets = secrets;
    }

    /**
     * @param order pseudonyms, the best first
     * @param paper the number of the unit's paper
     */
    public record Command(CommandId id, UUID campaign, UUID post, List<String> order, String paper)
            implements OfficeAct.Command {
        public Command {
            order = List.copyOf(order);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** It waits for another. */
        record Entered(UUID subject) implements Outcome, Done {}

        record Confirmed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The list is not settled, the sealed lists are open, or the plan has no 双向选择. */
        record NotNow() implements Outcome, Refused {}

        /** Two have typed it alike: it stands. */
        record Frozen() implements Outcome, Refused {}

        /** Not what the other has typed. */
        record Differs() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var post = posts.find(command.post())
                .filter(one -> one.campaign().equals(command.campaign()))
                .filter(PlacementPost::published);
        if (found.isEmpty() || post.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.WISHES)
                || !campaign.selection().takesLists()
                || !campaign.plan().ways().contains(Way.TWO_SIDED)) {
            return new Outcome.NotNow();
        }
        var wrong = wrong(command);
        return wrong == null ? take(post.get(), command, office) : wrong;
    }

    private Outcome take(PlacementPost post, Command command, Actor.Office by) {
        var there = rankings.find(post.id());
        if (there.isPresent() && there.get().confirmed() != null) {
            return new Outcome.Frozen();
        }
        if (there.isEmpty() || by.speaksFor(there.get().account())) {
            if (rankings.areListsOpen(post.campaign())) {
                return new Outcome.NotNow();
            }
            audit.said("单位的排序", command.order().size() + " 人，待另一人核对");
            rankings.enter(post, command.paper().strip(), command.order(), by);
            return new Outcome.Entered(post.id());
        }
        if (!there.get().order().equals(command.order())
                || !there.get().paper().equals(command.paper().strip())) {
            return new Outcome.Differs();
        }
        audit.changed("单位的排序", "待另一人核对", "已核对");
        rankings.confirm(post.id(), by);
        return new Outcome.Confirmed(post.id());
    }

    private Outcome.@org.jspecify.annotations.Nullable Wanting wrong(Command command) {
        var known = candidates.of(command.campaign()).stream()
                .map(Candidate::pseudonym)
                .collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (var one : command.order()) {
            if (!known.contains(one)) {
                return new Outcome.Wanting("order", "没有这个代号的参加人：" + one.substring(0, Math.min(one.length(), 20)));
            }
            if (!seen.add(one)) {
                return new Outcome.Wanting("order", "写了两次：" + one);
            }
        }
        if (command.order().isEmpty()) {
            return new Outcome.Wanting("order", "请至少写一个代号，每行一个，最想要的在前");
        }
        if (command.paper().isBlank() || command.paper().length() > LONGEST) {
            return new Outcome.Wanting("paper", "请填写单位盖章的文号，不超过 60 字");
        }
        return secrets.look("paper", command.paper())
                .map(found -> new Outcome.Wanting("paper", found.why()))
                .orElse(null);
    }
}
