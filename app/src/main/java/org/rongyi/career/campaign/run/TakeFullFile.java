package org.rongyi.career.campaign.run;

import java.util.List;
import java.util.UUID;
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

/** 下载全部材料: for an auditor alone, named in the trail, with what for. Scores and wishes stand in it, under pseudonyms. */
@Service
@Allow(
        roles = {Role.AUDITOR},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class TakeFullFile implements OfficeAct<TakeFullFile.Command, TakeFullFile.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final Runs runs;
    private final AuditTrail audit;

    TakeFullFile(PlacementCampaigns campaigns, Runs runs, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.runs = runs;
    }

    public record Command(CommandId id, UUID campaign, UUID run, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Taken(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (campaigns.find(command.campaign(), office.scope()).isEmpty()
                || runs.of(command.campaign()).stream()
                        .noneMatch(run -> run.id().equals(command.run()))) {
            return new Outcome.NotFound();
        }
        audit.explain(new Detail(command.reason(), List.of()));
        return command.reason().isBlank() || command.reason().length() > LONGEST
                ? new Outcome.NoReason()
                : new Outcome.Taken(command.run());
    }
}
