package org.rongyi.network.oversight;

import java.util.UUID;
import org.rongyi.platform.access.IdentityControl;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 解除统一身份: it opens the account no more, and whoever is in is out. What only takes away needs one pair of eyes. */
@Service
@Allow(
        roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class RemoveIdentity implements Act<RemoveIdentity.Command, RemoveIdentity.Outcome> {

    private final AccountReach reach;
    private final Secrets secrets;
    private final IdentityControl identities;

    RemoveIdentity(AccountReach reach, IdentityControl identities, Secrets secrets) {
        this.reach = reach;
        this.identities = identities;
        this.secrets = secrets;
    }

    public record Command(CommandId id, UUID account, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Removed(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}

        record NotLinked() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        return switch (reach.lock(actor, command.account())) {
            case AccountReach.Unknown() -> new Outcome.NotFound();
            case AccountReach.Partly ignored -> new Outcome.ServesElsewhere();
            case AccountReach.Within(var account) ->
                identities.find(account.id()).isPresent()
                                && identities.remove(account.id(), AccountReach.ground(actor, command.reason()))
                        ? new Outcome.Removed(account.id())
                        : new Outcome.NotLinked();
        };
    }
}
