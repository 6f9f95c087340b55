package org.rongyi.career.campaign;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 修改方案: while it is drafted. Once the group has approved it, nobody changes a word. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class EditPlan implements Act<EditPlan.Command, EditPlan.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlanCheck check;

    EditPlan(PlacementCampaigns campaigns, PlanCheck check) {
        this.campaigns = campaigns;
        this.check = check;
    }

    public record Command(CommandId id, UUID campaign, CampaignPlan plan) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        record Edited(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Approved, or called off. */
        record Frozen() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Office office)) {
            throw new IllegalStateException("only posts edit plans, says @Allow");
        }
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.DRAFT)) {
            return new Outcome.Frozen();
        }
        var wanting = check.wanting(
                command.plan(), found.get().exam() != null, found.get().code());
        if (wanting.isPresent()) {
            return new Outcome.Wanting(wanting.get().field(), wanting.get().why());
        }
        campaigns.edit(found.get(), command.plan(), office);
        return new Outcome.Edited(command.campaign());
    }
}
