package org.rongyi.care.festival;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.FreedGrants;
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
 * 去掉慰问对象: while the list is open the place that answers for him takes him off with a reason. Once it is approved only the bureau
 * does, and what was set aside for him is free again.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class StrikeFromList implements OfficeAct<StrikeFromList.Command, StrikeFromList.Outcome> {

    private final Funds funds;
    private final Campaigns campaigns;
    private final Lines lines;
    private final FreedGrants freed;
    private final Secrets secrets;
    private final AuditTrail audit;

    StrikeFromList(
            Funds funds, Campaigns campaigns, Lines lines, FreedGrants freed, Secrets secrets, AuditTrail audit) {
        this.funds = funds;
        this.campaigns = campaigns;
        this.lines = lines;
        this.freed = freed;
        this.secrets = secrets;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID line, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Struck(UUID subject) implements Outcome, Done {}

        /** Absent, or another place answers for him. */
        record NotFound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(String why) implements Outcome, Refused {}

        record AlreadyOff(Line.State state) implements Outcome, Refused {}

        record GreetedAlready() implements Outcome, Refused {}

        /** It is approved: only the bureau whose list it is. */
        record BureauOnly() implements Outcome, Refused {}

        record GreetingOver() implements Outcome, Refused {}

        /** His money is in a batch or with the bank; that comes first. */
        record OnItsWay() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank() || command.reason().length() > AddToList.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        var found = lines.find(command.line());
        var campaign = found.flatMap(line -> campaigns.lock(office, line.campaign()));
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(campaign.get().fund());
        var line = lines.lock(command.line()).orElseThrow();
        audit.explain(new Detail(command.reason(), List.of()));
        return switch (campaign.get().state()) {
            case CLOSED -> new Outcome.GreetingOver();
            case OPEN -> strike(office, line, command.reason().strip());
            case APPROVED -> drop(office, campaign.get(), line, command.reason().strip());
        };
    }

    private Outcome strike(Actor.Office by, Line line, String reason) {
        if (line.state() != Line.State.LISTED) {
            return new Outcome.AlreadyOff(line.state());
        }
        boolean checked = by.level() != Level.VILLAGE || isOnlyProposed(line);
        lines.change(line.id(), Line.State.STRUCK, Line.Change.Kind.STRUCK, new Lines.ByHand(by, reason, checked));
        return new Outcome.Struck(line.id());
    }

    /** Added by a village and not looked at: taken back, he is as he was before, and nobody has to look at it. */
    private static boolean isOnlyProposed(Line line) {
        var change = line.change();
        return change != null && change.kind() == Line.Change.Kind.ADDED && !change.checked();
    }

    private Outcome drop(Actor.Office by, Campaign campaign, Line line, String reason) {
        if (!campaign.isOf(by)) {
            return new Outcome.BureauOnly();
        }
        return switch (line.state()) {
            case GIVEN -> new Outcome.GreetedAlready();
            case LISTED, STRUCK, NOT_GIVEN -> new Outcome.AlreadyOff(line.state());
            case APPROVED, FALLEN -> {
                if (!freed.free(by, campaign.fund(), line.grants(), reason)
                        .kept()
                        .isEmpty()) {
                    yield new Outcome.OnItsWay();
                }
                lines.move(List.of(line.id()), Line.State.NOT_GIVEN, reason);
                yield new Outcome.Struck(line.id());
            }
        };
    }
}
