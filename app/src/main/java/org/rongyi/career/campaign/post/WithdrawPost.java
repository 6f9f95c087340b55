package org.rongyi.career.campaign.post;

import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤下岗位: before it was published, with the reason. What is published is never taken back: posts are not reduced or cancelled (粤军转组〔2015〕1号). */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class WithdrawPost implements OfficeAct<WithdrawPost.Command, WithdrawPost.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final PostBook book;
    private final AuditTrail audit;

    WithdrawPost(PlacementCampaigns campaigns, PlacementPosts posts, PostBook book, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.book = book;
    }

    public record Command(CommandId id, UUID campaign, UUID post, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Published, or withdrawn before. */
        record NotNow() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = posts.lock(command.post()).filter(post -> post.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().published() || found.get().state() == PostState.WITHDRAWN) {
            return new Outcome.NotNow();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        audit.changed("岗位", found.get().state().zh(), PostState.WITHDRAWN.zh());
        book.withdraw(found.get(), command.reason());
        return new Outcome.Withdrawn(command.post());
    }
}
