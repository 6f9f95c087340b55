package org.rongyi.network.oversight;

import java.util.UUID;
import org.rongyi.platform.access.IdentityControl;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 确认统一身份: the second pair of eyes on {@link AssignIdentity}; from now on it opens the account, and its owner is told. */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class ConfirmIdentity implements Act<ConfirmIdentity.Command, ConfirmIdentity.Outcome> {

    private final AccountReach reach;
    private final IdentityControl identities;

    ConfirmIdentity(AccountReach reach, IdentityControl identities) {
        this.reach = reach;
        this.identities = identities;
    }

    public record Command(CommandId id, UUID account) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Confirmed(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        /** Whoever wrote it down confirms nothing, whatever his post is now; nor does the owner of the account. */
        record OwnProposal() implements Outcome, Refused {}

        record NothingWaits() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        return switch (reach.lock(actor, command.account())) {
            case AccountReach.Unknown() -> new Outcome.NotFound();
            case AccountReach.Partly ignored -> new Outcome.ServesElsewhere();
            case AccountReach.Within(var account) -> confirm(actor, account);
        };
    }

    private Outcome confirm(Actor actor, AccountReach.Held account) {
        var linked = identities.find(account.id());
        if (linked.isEmpty() || !linked.get().waiting()) {
            return new Outcome.NothingWaits();
        }
        var by = linked.get().proposedBy();
        if (AccountReach.isOneself(actor, account.id()) || (by != null && AccountReach.isOneself(actor, by))) {
            return new Outcome.OwnProposal();
        }
        return identities.confirm(account.id(), AccountReach.ground(actor, ""))
                ? new Outcome.Confirmed(account.id())
                : new Outcome.NothingWaits();
    }
}
