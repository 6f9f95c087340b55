package org.rongyi.care.festival;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 核对村里增减: the town or the bureau agrees with what a village changed of the list, or puts it back as it was. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY, Level.TOWN})
public class CheckChange implements OfficeAct<CheckChange.Command, CheckChange.Outcome> {

    private final Campaigns campaigns;
    private final Lines lines;
    private final AuditTrail audit;

    CheckChange(Campaigns campaigns, Lines lines, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.lines = lines;
    }

    /** @param agrees false puts the line back: who was added goes, who was taken off comes back */
    public record Command(CommandId id, UUID line, boolean agrees) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Checked(UUID subject) implements Outcome, Done {}

        /** Absent, or out of reach. */
        record NotFound() implements Outcome, Refused {}

        record ListNotOpen(Campaign.State state) implements Outcome, Refused {}

        /** Nobody changed anything about him that could be looked at; a town looks at what its villages changed, once. */
        record NothingChanged() implements Outcome, Refused {}

        /** Whoever changed it is not the one who checks it. */
        record OwnChange() implements Outcome, Refused {}

        /** Another bureau has listed him meanwhile: he cannot come back. */
        record ListedElsewhere(String unit) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = lines.find(command.line());
        var campaign = found.flatMap(line -> campaigns.lock(office, line.campaign()));
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (campaign.get().state() != Campaign.State.OPEN) {
            return new Outcome.ListNotOpen(campaign.get().state());
        }
        var line = lines.lock(command.line()).orElseThrow();
        var change = line.change();
        if (change == null || line.state() == Line.State.FALLEN || change.checked() && office.level() == Level.TOWN) {
            return new Outcome.NothingChanged();
        }
        if (change.isOf(office)) {
            return new Outcome.OwnChange();
        }
        boolean listed = (change.kind() == Line.Change.Kind.ADDED) == command.agrees();
        if (listed && line.state() != Line.State.LISTED) {
            var elsewhere = lines.elsewhere(line.person(), campaign.get());
            if (elsewhere.isPresent()) {
                return new Outcome.ListedElsewhere(elsewhere.get());
            }
        }
        audit.said("名单的变动", command.agrees() ? "同意" : "不同意");
        audit.changed("状态", line.state().zh(), (listed ? Line.State.LISTED : Line.State.STRUCK).zh());
        lines.check(line.id(), listed ? Line.State.LISTED : Line.State.STRUCK, office);
        return new Outcome.Checked(line.id());
    }
}
