package org.rongyi.career.campaign.group;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.ScoreNotices;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 停办安置活动: by a leader, with a reason that is public, before there is an approved result. Everything stays visible: digests, draw and runs; only the
 * scores come down.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CallOffCampaign implements OfficeAct<CallOffCampaign.Command, CallOffCampaign.Outcome> {

    private static final int LONGEST = 300;

    private final PlacementCampaigns campaigns;
    private final ScoreNotices notices;
    private final Secrets secrets;
    private final CampaignStages stages;
    private final AuditTrail audit;

    CallOffCampaign(
            PlacementCampaigns campaigns,
            ScoreNotices notices,
            Secrets secrets,
            CampaignStages stages,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.notices = notices;
        this.secrets = secrets;
        this.stages = stages;
    }

    public record Command(CommandId id, UUID campaign, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record CalledOff(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Called off before, or its result is approved. */
        record NotNow() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason, which is public, looks like a secret. */
        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().calledOff() != null
                || stages.hasApprovedResult(command.campaign())
                || found.get().stage() == CampaignStage.FOLLOWED) {
            return new Outcome.NotNow();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().field(), secret.get().why());
        }
        audit.explain(new Detail(
                command.reason(),
                List.of(new Detail.Change("活动阶段", found.get().stage().zh(), "停办"))));
        stages.callOff(command.campaign(), command.reason(), office);
        notices.takeDown(command.campaign());
        return new Outcome.CalledOff(command.campaign());
    }
}
