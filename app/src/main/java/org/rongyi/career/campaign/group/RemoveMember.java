package org.rongyi.career.campaign.group;

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

/** 调出专项小组成员: before the group has approved the plan; who decides on the rules decides on the result. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RemoveMember implements OfficeAct<RemoveMember.Command, RemoveMember.Outcome> {

    private final PlacementCampaigns campaigns;
    private final GroupBook book;
    private final AuditTrail audit;

    RemoveMember(PlacementCampaigns campaigns, GroupBook book, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.book = book;
    }

    public record Command(CommandId id, UUID campaign, UUID member) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Removed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The group has approved the plan, and stays who it is. */
        record NotNow() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isPresent() && !found.get().isIn(CampaignStage.DRAFT)) {
            return new Outcome.NotNow();
        }
        audit.changed("专项小组成员", "在组", "已调出");
        return found.isPresent() && book.remove(command.campaign(), command.member())
                ? new Outcome.Removed(command.member())
                : new Outcome.NotFound();
    }
}
