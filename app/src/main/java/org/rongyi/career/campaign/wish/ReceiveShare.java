package org.rongyi.career.campaign.wish;

import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.sealed.Share;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 收下份额: a trustee types his share back from his own paper, so that it is known to be right before anything is sealed; that is his receipt. The share
 * itself is looked at and forgotten.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReceiveShare implements OfficeAct<ReceiveShare.Command, ReceiveShare.Outcome> {

    private final PlacementCampaigns campaigns;
    private final SealingKeys keys;
    private final AuditTrail audit;

    ReceiveShare(PlacementCampaigns campaigns, SealingKeys keys, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.keys = keys;
    }

    public record Command(CommandId id, UUID campaign, Share share) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Received(UUID subject, int number) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Of another campaign, or of the key that was made before this one. */
        record NotOfThisKey() implements Outcome, Refused {}

        record Already(int number) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var held = campaign.flatMap(one -> keys.of(one.id()));
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!held.get().key().holds(command.share())) {
            return new Outcome.NotOfThisKey();
        }
        int number = command.share().number();
        audit.said("密钥的份额", "收下第 " + number + " 份");
        return keys.receive(held.get().id(), number, office)
                ? new Outcome.Received(command.campaign(), number)
                : new Outcome.Already(number);
    }
}
