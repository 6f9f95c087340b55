package org.rongyi.career.campaign.quota;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 删去接收计划: a unit's number that was wrong, before the group has approved it. What it was stays in the trail. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class StrikeQuota implements OfficeAct<StrikeQuota.Command, StrikeQuota.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Quotas quotas;
    private final AuditTrail audit;

    StrikeQuota(PlacementCampaigns campaigns, Quotas quotas, AuditTrail audit) {
        this.campaigns = campaigns;
        this.quotas = quotas;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID campaign, UUID quota) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Struck(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The plan is approved, or the campaign called off. */
        record Frozen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = quotas.find(command.quota()).filter(one -> one.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!campaign.get().isIn(CampaignStage.DRAFT)) {
            return new Outcome.Frozen();
        }
        var quota = found.get();
        quotas.strike(quota.id());
        campaigns.wrote(command.campaign(), office);
        audit.explain(new Detail("删去接收计划", List.of(new Detail.Change(quota.unit(), quota.persons() + " 人", null))));
        return new Outcome.Struck(quota.id());
    }
}
