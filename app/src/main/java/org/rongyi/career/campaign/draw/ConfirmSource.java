package org.rongyi.career.campaign.draw;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 核对来源的数值: somebody else reads the same publication and types it again. What differs is not confirmed. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmSource implements OfficeAct<ConfirmSource.Command, ConfirmSource.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DrawSources sources;
    private final AuditTrail audit;

    ConfirmSource(PlacementCampaigns campaigns, DrawSources sources, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.sources = sources;
    }

    /** @param value as he read it; none where nothing was published */
    public record Command(
            CommandId id,
            UUID campaign,
            int position,
            @Nullable String value) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Confirmed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing waits to be confirmed. */
        record NotNow() implements Outcome, Refused {}

        record SamePerson() implements Outcome, Refused {}

        /** He reads something else: one of the two is wrong. */
        record Differs() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var source = sources.lock(command.campaign(), command.position());
        if (found.isEmpty() || source.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.WISHES)
                || !source.get().isEntered()
                || source.get().isConfirmed()) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(source.get().enteredAccount())) {
            return new Outcome.SamePerson();
        }
        if (!Objects.equals(source.get().value(), command.value())) {
            return new Outcome.Differs();
        }
        audit.changed("第 " + command.position() + " 个来源", "待另一人核对", "已核对");
        sources.confirm(command.campaign(), command.position(), office);
        return new Outcome.Confirmed(command.campaign());
    }
}
