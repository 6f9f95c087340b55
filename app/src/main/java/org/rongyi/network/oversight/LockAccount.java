package org.rongyi.network.oversight;

import java.util.UUID;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 锁定账号: nobody signs in with it, and whoever is signed in is out with the next request, until it is unlocked. */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class LockAccount implements Act<LockAccount.Command, LockAccount.Outcome> {

    private final ShuttingOut shuttingOut;
    private final AccountControl accounts;

    LockAccount(ShuttingOut shuttingOut, AccountControl accounts) {
        this.shuttingOut = shuttingOut;
        this.accounts = accounts;
    }

    public record Command(CommandId id, UUID account, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Locked(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        /** Somebody has to be left who can undo it. */
        record Yourself() implements Outcome, Refused {}

        /** Nobody else who can sign in administers what this account administers. */
        record LastAdministrator() implements Outcome, Refused {}

        record AlreadyLocked() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var verdict = shuttingOut.of(actor, command.account(), command.reason(), AccountControl.Standing::held);
        return switch (verdict) {
            case ShuttingOut.Free(var account, var ground) -> {
                accounts.hold(account, ground);
                yield new Outcome.Locked(account);
            }
            case ShuttingOut.Secret(var why) -> new Outcome.LooksSecret(why);
            case ShuttingOut.Barred(var why) ->
                switch (why) {
                    case NO_REASON -> new Outcome.NoReason();
                    case NOT_FOUND -> new Outcome.NotFound();
                    case SERVES_ELSEWHERE -> new Outcome.ServesElsewhere();
                    case YOURSELF -> new Outcome.Yourself();
                    case ALREADY -> new Outcome.AlreadyLocked();
                    case LAST_ADMINISTRATOR -> new Outcome.LastAdministrator();
                };
        };
    }
}
