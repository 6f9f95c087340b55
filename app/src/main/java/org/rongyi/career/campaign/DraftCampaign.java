package org.rongyi.career.campaign;

import java.util.UUID;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 拟定安置活动: the bureau drafts a campaign; nothing is public before its group has approved the plan. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DraftCampaign implements OfficeAct<DraftCampaign.Command, DraftCampaign.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Units units;
    private final PlanCheck check;
    private final AuditTrail audit;

    DraftCampaign(PlacementCampaigns campaigns, Units units, PlanCheck check, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.units = units;
        this.check = check;
    }

    public record Command(CommandId id, CampaignPlan plan) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Drafted(UUID subject, String number) implements Outcome, Done {}

        /** 站、中心和协作单位 place nobody. */
        record NoCampaignsHere() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (units.find(office.unit())
                .filter(unit -> unit.kind() == UnitKind.BUREAU)
                .isEmpty()) {
            return new Outcome.NoCampaignsHere();
        }
        var wanting = check.wanting(command.plan(), null, false, office.unitCode());
        if (wanting.isPresent()) {
            return new Outcome.Wanting(wanting.get().field(), wanting.get().why());
        }
        var id = Ids.next();
        audit.said("活动阶段", CampaignStage.DRAFT.zh());
        return new Outcome.Drafted(id, campaigns.insert(id, command.plan(), office));
    }
}
