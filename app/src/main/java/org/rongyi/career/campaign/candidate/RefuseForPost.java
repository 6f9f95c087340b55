package org.rongyi.career.campaign.candidate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.who.CheckRules;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 资格审查不通过: somebody may not have a post, with the reason; settled with the list at the end of the notice, and only while he can still ask for
 * another look before wishes are taken.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RefuseForPost implements OfficeAct<RefuseForPost.Command, RefuseForPost.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final Refusals refusals;
    private final NoticeTerm term;
    private final AppealTerm appeal;
    private final SettledPosts settled;
    private final CheckRules rules;
    private final Divisions divisions;
    private final AuditTrail audit;

    RefuseForPost(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            Refusals refusals,
            NoticeTerm term,
            AppealTerm appeal,
            SettledPosts settled,
            CheckRules rules,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.refusals = refusals;
        this.term = term;
        this.appeal = appeal;
        this.settled = settled;
        this.rules = rules;
        this.divisions = divisions;
    }

    /** @param relation an entry of {@code campaign.relatives}; only for 亲属回避 */
    public record Command(
            CommandId id,
            UUID campaign,
            UUID candidate,
            UUID post,
            RefusalGround kind,
            @Nullable String relation,
            String reason)
            implements OfficeAct.Command {

        /** Of another ground than 亲属回避. */
        public Command(CommandId id, UUID campaign, UUID candidate, UUID post, RefusalGround kind, String reason) {
            this(id, campaign, candidate, post, kind, null, reason);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record RefusedFor(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        /** @param why he could not ask for another look in time */
        record NoTimeToAppeal(String why) implements Outcome, Refused {}

        /** One holds. */
        record AlreadyRefused() implements Outcome, Refused {}

        /** 直通安置 has settled this post for him. */
        record HasIt() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** @param why no rule of this place refuses him so */
        record NoRule(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("refusal_open") ? new Outcome.AlreadyRefused() : OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var whom = candidates
                .lock(command.candidate())
                .filter(one -> one.campaign().equals(command.campaign()));
        var post = posts.find(command.post()).filter(one -> one.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || whom.isEmpty() || post.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!campaign.get().isIn(CampaignStage.DRAFT) && !campaign.get().isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        var over = term.over(campaign.get());
        if (over.isPresent()) {
            return new Outcome.NoticeClosed(over.get());
        }
        if (settled.of(command.candidate()).filter(command.post()::equals).isPresent()) {
            return new Outcome.HasIt();
        }
        var late = appeal.late(campaign.get());
        if (late.isPresent()) {
            return new Outcome.NoTimeToAppeal(late.get());
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var asked = new CheckRules.Asked(
                command.kind().name(), command.relation(), post.get().nature().name());
        audit.said("资格审查", "不通过：" + command.kind().zh());
        return switch (rules.rule(asked, divisions.today(), campaign.get().code())) {
            case CheckRules.None(var field, var why) -> new Outcome.NoRule(field, why);
            case CheckRules.Rule(var words) ->
                new Outcome.RefusedFor(refusals.insert(campaign.get(), post.get(), whom.get(), command, words, office));
        };
    }
}
