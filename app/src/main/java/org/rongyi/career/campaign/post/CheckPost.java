package org.rongyi.career.campaign.post;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.candidate.NoticeTerm;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 核对岗位: by somebody else than who entered it, from the same report. While the notice hangs it is published at once. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CheckPost implements OfficeAct<CheckPost.Command, CheckPost.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final PostBook book;
    private final NoticeTerm term;
    private final AuditTrail audit;

    CheckPost(PlacementCampaigns campaigns, PlacementPosts posts, PostBook book, NoticeTerm term, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.book = book;
        this.term = term;
    }

    public record Command(CommandId id, UUID campaign, UUID post) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Checked(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Checked before, withdrawn, or the notice is over. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        /** Who entered it does not check it. */
        record SamePerson() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = posts.lock(command.post()).filter(post -> post.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        boolean onNotice = campaign.get().isIn(CampaignStage.NOTICE);
        if (found.get().state() != PostState.REPORTED
                || !onNotice && !campaign.get().isIn(CampaignStage.DRAFT)) {
            return new Outcome.NotNow();
        }
        var closed = term.closed(campaign.get());
        if (closed.isPresent()) {
            return new Outcome.NoticeClosed(closed.get());
        }
        if (office.speaksFor(found.get().reporter())) {
            return new Outcome.SamePerson();
        }
        audit.changed("岗位", PostState.REPORTED.zh(), PostState.CHECKED.zh());
        book.check(found.get(), onNotice, office);
        term.prolong(campaign.get());
        return new Outcome.Checked(command.post());
    }
}
