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
 * 结束慰问: what was not handed over is said and why, and what was set aside for it is free again. Money that is with the bank already
 * stays there: it was given, though nobody was met.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class CloseCampaign implements OfficeAct<CloseCampaign.Command, CloseCampaign.Outcome> {

    private final Funds funds;
    private final Campaigns campaigns;
    private final Lines lines;
    private final FreedGrants freed;
    private final Secrets secrets;
    private final AuditTrail audit;

    CloseCampaign(Funds funds, Campaigns campaigns, Lines lines, FreedGrants freed, Secrets secrets, AuditTrail audit) {
        this.funds = funds;
        this.campaigns = campaigns;
        this.lines = lines;
        this.freed = freed;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** @param shown how many were not handed over, as it was shown to whoever ends it */
    public record Command(CommandId id, UUID campaign, int shown, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param kept promises that are with the bank already */
        record Closed(UUID subject, int notGiven, long freedFen, int kept) implements Outcome, Done {}

        /** Absent, or another bureau's. */
        record NotFound() implements Outcome, Refused {}

        record GreetingOver() implements Outcome, Refused {}

        /** None, or too long. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(String why) implements Outcome, Refused {}

        /** Somebody was greeted, or taken off, since it was shown. */
        record OtherCount(int now) implements Outcome, Refused {}
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
        var found = campaigns.lock(office, command.campaign()).filter(one -> one.isOf(office));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (campaign.state() == Campaign.State.CLOSED) {
            return new Outcome.GreetingOver();
        }
        funds.hold(campaign.fund());
        var left = lines.lock(campaign.id(), Line.State.LISTED, Line.State.APPROVED, Line.State.FALLEN);
        var open = left.stream()
                .filter(line -> line.state() != Line.State.FALLEN)
                .map(Line::id)
                .toList();
        if (open.size() != command.shown()) {
            return new Outcome.OtherCount(open.size());
        }
        var reason = command.reason().strip();
        var grants = left.stream().flatMap(line -> line.grants().stream()).toList();
        var free = freed.free(office, campaign.fund(), grants, campaign.title() + "结束，没有送到");
        lines.move(open, Line.State.NOT_GIVEN, reason);
        campaigns.close(campaign.id(), office, reason, free.amount().fen());
        audit.explain(new Detail(reason, List.of()));
        return new Outcome.Closed(
                campaign.id(), open.size(), free.amount().fen(), free.kept().size());
    }
}
