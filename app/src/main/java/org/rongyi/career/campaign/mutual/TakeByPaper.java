package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
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
 * 照单位的文选定: for a unit nobody signs in for. One types post, pseudonym and the paper's number, another types them again; the second time takes him,
 * and that moment counts. Where the numbers differ the later one stands as the first, so that no error keeps a unit out.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class TakeByPaper implements OfficeAct<TakeByPaper.Command, TakeOutcome> {

    private static final int LONGEST = 60;

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final PostApplications applications;
    private final Receivers receivers;
    private final PaperChoices choices;
    private final Taking taking;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    TakeByPaper(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            PostApplications applications,
            Receivers receivers,
            PaperChoices choices,
            Taking taking,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.applications = applications;
        this.receivers = receivers;
        this.choices = choices;
        this.taking = taking;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param post its number in the campaign
     * @param paper the number of the unit's paper; public
     */
    public record Command(CommandId id, UUID campaign, String post, String pseudonym, String paper)
            implements OfficeAct.Command {}

    @Override
    public TakeOutcome run(Actor.Office office, Command command) {
        var found = campaigns
                .lock(command.campaign(), office)
                .filter(one -> one.online().isPresent());
        if (found.isEmpty()) {
            return new TakeOutcome.NotFound();
        }
        var campaign = found.get();
        var shut = Taking.shut(Phase.of(campaign, clock.instant()));
        if (shut != null) {
            return shut;
        }
        var post = posts.published(campaign.id()).stream()
                .filter(one -> one.code().equals(command.post()))
                .findFirst();
        if (post.isEmpty()) {
            return new TakeOutcome.Wanting("post", "没有这个编号的岗位");
        }
        if (receivers.any(post.get())) {
            return new TakeOutcome.HasItsOwn();
        }
        if (command.paper().isBlank() || command.paper().length() > LONGEST) {
            return new TakeOutcome.Wanting("paper", "请填写单位盖章的文号，不超过 60 字");
        }
        var secret = secrets.look("paper", command.paper());
        if (secret.isPresent()) {
            return new TakeOutcome.Wanting("paper", secret.get().why());
        }
        var whom = applicant(command, post.get());
        if (whom.isEmpty()) {
            return new TakeOutcome.Wanting("pseudonym", "没有这个代号的人申请这个岗位，或者他申请的不够数");
        }
        var typed = choices.find(post.get().id(), whom.get().id());
        boolean isAgain = typed.isPresent()
                && !office.speaksFor(typed.get().enteredAccount())
                && typed.get().paper().equals(command.paper());
        if (!isAgain) {
            audit.said("照单位的文选定", "待另一人核对");
            choices.enter(post.get(), whom.get().id(), command.paper(), office);
            return new TakeOutcome.Entered(post.get().id());
        }
        var picked = new Picks.Whom(whom.get().id(), whom.get().pseudonym());
        return taking.take(campaign, post.get(), picked, PickHow.PAPER, command.paper());
    }

    private Optional<Candidate> applicant(Command command, PlacementPost post) {
        return candidates.of(command.campaign()).stream()
                .filter(one -> one.pseudonym().equals(command.pseudonym()))
                .filter(one -> applications.of(one.id()).stream()
                        .anyMatch(applied -> applied.post().equals(post.id())))
                .filter(one -> applications.areEnough(one.id()) && !applications.isRefused(one.id(), post.id()))
                .findFirst();
    }

    @Override
    public TakeOutcome lost(String constraint) {
        var outcome = Taking.lost(constraint);
        return outcome == null ? OfficeAct.super.lost(constraint) : outcome;
    }
}
