package org.rongyi.career.campaign.post;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.NoticeTerm;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 增加岗位人数: while the notice hangs, by the unit's paper, and by somebody else than who entered the post. It never falls. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RaiseSeats implements OfficeAct<RaiseSeats.Command, RaiseSeats.Outcome> {

    private static final int LONGEST = 60;
    private static final int MOST_SEATS = 999;

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final PostBook book;
    private final NoticeTerm term;
    private final AuditTrail audit;

    RaiseSeats(PlacementCampaigns campaigns, PlacementPosts posts, PostBook book, NoticeTerm term, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.book = book;
        this.term = term;
    }

    /** @param seats all of them from now on */
    public record Command(CommandId id, UUID campaign, UUID post, int seats, String paper)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Raised(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Not published, or the notice is over. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        record SamePerson() implements Outcome, Refused {}

        /** Not more than now. */
        record NotMore() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = posts.lock(command.post()).filter(post -> post.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().published() || !campaign.get().isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        var closed = term.closed(campaign.get());
        if (closed.isPresent()) {
            return new Outcome.NoticeClosed(closed.get());
        }
        if (office.speaksFor(found.get().reporter())) {
            return new Outcome.SamePerson();
        }
        if (command.seats() <= found.get().seats() || command.seats() > MOST_SEATS) {
            return new Outcome.NotMore();
        }
        if (command.paper().isBlank() || command.paper().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        audit.changed("人数", found.get().seats(), command.seats());
        book.raise(found.get(), command.seats(), command.paper(), office);
        term.prolong(campaign.get());
        return new Outcome.Raised(command.post());
    }
}
