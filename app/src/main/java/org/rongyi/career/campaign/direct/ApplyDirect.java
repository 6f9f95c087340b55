package org.rongyi.career.campaign.direct;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 报名直通安置: by himself or at the counter, while the call is open; whoever takes part in the campaign may, but for a post he was refused for. */
@Service
@Allow(
        self = true,
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class ApplyDirect implements Act<ApplyDirect.Command, ApplyDirect.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final DirectCalls calls;
    private final DirectApplications applications;
    private final Refusals refusals;
    private final Divisions divisions;
    private final WayRules rules;
    private final AuditTrail audit;

    ApplyDirect(
            PlacementCampaigns campaigns,
            Candidates candidates,
            DirectCalls calls,
            DirectApplications applications,
            Refusals refusals,
            Divisions divisions,
            WayRules rules,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.calls = calls;
        this.applications = applications;
        this.refusals = refusals;
        this.divisions = divisions;
        this.rules = rules;
    }

    public record Command(CommandId id, UUID call, UUID candidate) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Applied(UUID subject) implements Outcome, Done {}

        /** No such call, nobody of the kind, not his, or he does not take part in this campaign. */
        record NotFound() implements Outcome, Refused {}

        /** The list is settled, or the campaign is called off. */
        record NotNow() implements Outcome, Refused {}

        /** The last day is past. */
        record CallOver() implements Outcome, Refused {}

        record AlreadyApplied() implements Outcome, Refused {}

        /** @param why he may not have this post */
        record NotQualified(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("direct_application_once") ? new Outcome.AlreadyApplied() : Act.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var call = calls.find(command.call());
        var found = candidates.find(command.candidate()).filter(Candidate::takesPart);
        if (call.isEmpty()
                || found.isEmpty()
                || !found.get().campaign().equals(call.get().campaign())
                || actor instanceof Actor.Self self && !found.get().person().equals(self.person())) {
            return new Outcome.NotFound();
        }
        var whom = found.get();
        var campaign = campaigns.find(whom.campaign()).orElseThrow();
        if (!campaign.isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        if (!call.get().isOpen(divisions.today())) {
            return new Outcome.CallOver();
        }
        if (applications.ofCandidate(whom.id()).stream()
                .anyMatch(one -> one.call().equals(call.get().id()) && one.withdrawnWhy() == null)) {
            return new Outcome.AlreadyApplied();
        }
        var refused = refusals.of(whom.campaign()).stream()
                .filter(one -> one.candidate().equals(whom.id())
                        && one.post().equals(call.get().post()))
                .findFirst();
        if (refused.isPresent()) {
            return new Outcome.NotQualified(refused.get().words());
        }
        var closed = rules.direct(whom.kind(), campaign.used());
        if (closed.isPresent()) {
            return new Outcome.NotQualified(closed.get());
        }
        audit.said("直通安置", DirectState.APPLIED.zh());
        return new Outcome.Applied(applications.apply(call.get(), whom, by(actor)));
    }

    private static String by(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.signed();
            case Actor.Self self -> self.name();
            default -> throw new IllegalStateException("only himself or the counter applies, says @Allow");
        };
    }
}
