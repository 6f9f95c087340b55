package org.rongyi.career.campaign.post;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.NoticeTerm;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 核对多个岗位: those that were ticked, or all of one report, by somebody else than who entered them, as {@link CheckPost} does with one. What the
 * actor entered himself waits for a colleague.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CheckPosts implements OfficeAct<CheckPosts.Command, CheckPosts.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PostBook book;
    private final NoticeTerm term;
    private final AuditTrail audit;

    CheckPosts(PlacementCampaigns campaigns, PostBook book, NoticeTerm term, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.book = book;
        this.term = term;
    }

    /**
     * @param paper the number of the report whose posts are all checked; empty where only the ticked ones are
     * @param seen how many of that report waited when the reader looked at it
     */
    public record Command(CommandId id, UUID campaign, List<UUID> posts, String paper, long seen)
            implements OfficeAct.Command {

        public Command {
            posts = List.copyOf(posts);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Checked(UUID subject, int many) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The notice is over. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        /** Of the report others wait than the reader has seen. */
        record MoreSince() implements Outcome, Refused {}

        /** None of them waits for this colleague: checked, withdrawn, or entered by himself. */
        record NothingToCheck() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        boolean onNotice = campaign.isIn(CampaignStage.NOTICE);
        if (!onNotice && !campaign.isIn(CampaignStage.DRAFT)) {
            return new Outcome.NotNow();
        }
        var closed = term.closed(campaign);
        if (closed.isPresent()) {
            return new Outcome.NoticeClosed(closed.get());
        }
        if (!command.paper().isEmpty() && book.waiting(campaign.id(), command.paper()) != command.seen()) {
            return new Outcome.MoreSince();
        }
        int many = book.checkAll(command, onNotice, office);
        if (many == 0) {
            return new Outcome.NothingToCheck();
        }
        term.prolong(campaign);
        audit.said("核对岗位", many + " 个");
        return new Outcome.Checked(campaign.id(), many);
    }
}
