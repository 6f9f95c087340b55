package org.rongyi.career.campaign.candidate;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 撤销资格审查不通过: it was wrong, with the reason; the first finding stays on record. Also behind the last day of the notice, while it is what keeps the
 * notice from ending: not checked, his term runs, or he waits for an answer that nobody is left to give.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class LiftRefusal implements OfficeAct<LiftRefusal.Command, LiftRefusal.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final Refusals refusals;
    private final NoticeTerm term;
    private final AppealTerm appeal;
    private final AuditTrail audit;

    LiftRefusal(PlacementCampaigns campaigns, Refusals refusals, NoticeTerm term, AppealTerm appeal, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.refusals = refusals;
        this.term = term;
        this.appeal = appeal;
    }

    public record Command(CommandId id, UUID campaign, UUID refusal, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Lifted(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, and this does not keep it from ending */
        record NoticeClosed(String why) implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!campaign.get().isIn(CampaignStage.DRAFT) && !campaign.get().isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        var over = term.over(campaign.get());
        if (over.isPresent() && !appeal.isOpen(campaign.get(), command.refusal())) {
            return new Outcome.NoticeClosed(over.get());
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        audit.changed("资格审查", "不通过", "撤销，待另一人核对");
        return refusals.lift(command.campaign(), command.refusal(), command.reason(), office)
                ? new Outcome.Lifted(command.refusal())
                : new Outcome.NotFound();
    }
}
