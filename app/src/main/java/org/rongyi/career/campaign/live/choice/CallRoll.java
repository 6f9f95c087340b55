package org.rongyi.career.campaign.live.choice;

import java.util.Set;
import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.live.RollCall;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 点名: of those who come next, who is not there. His turn comes all the same, but is not waited for longer than the plan says; a choice made on his phone
 * counts, and that he has come takes the mark away. Who called the roll and who stood by is public.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CallRoll implements OfficeAct<CallRoll.Command, CallRoll.Outcome> {

    private static final int LONGEST = 100;

    private final PlacementCampaigns campaigns;
    private final RollCall roll;
    private final Secrets secrets;
    private final AuditTrail audit;

    CallRoll(PlacementCampaigns campaigns, RollCall roll, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.roll = roll;
        this.secrets = secrets;
    }

    /**
     * @param called candidates whose names were called
     * @param absent those of them who did not answer
     * @param words who called, and who stood by
     */
    public record Command(CommandId id, UUID campaign, Set<UUID> called, Set<UUID> absent, String words)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        /** @param absent how many are marked */
        record Called(UUID subject, int absent) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The session does not run, or its plan calls no roll. */
        record NotNow() implements Outcome, Refused {}

        record NoWords() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (campaigns.lock(command.campaign(), office).isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return new Outcome.NoWords();
        }
        var secret = secrets.look("rollWords", command.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var marked = roll.call(command.campaign(), command.called(), command.absent(), command.words());
        audit.said("点名未到", command.absent().size() + " 人");
        return marked.isPresent() ? new Outcome.Called(command.campaign(), marked.getAsInt()) : new Outcome.NotNow();
    }
}
