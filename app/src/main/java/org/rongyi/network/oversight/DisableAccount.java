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

/** 停用账号: its owner no longer uses the system; posts, and what was done under them, stay as they are. */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class DisableAccount implements Act<DisableAccount.Command, DisableAccount.Outcome> {

    private final ShuttingOut shuttingOut;
    private final AccountControl accounts;

    DisableAccount(ShuttingOut shuttingOut, AccountControl accounts) {
        this.shuttingOut = shuttingOut;
        this.accounts = accounts;
    }

    public record Command(CommandId id, UUID account, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Disabled(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        /** Somebody has to be left who can undo it. */
        record Yourself() implements Outcome, Refused {}

        /** Nobody else who can sign in administers what this account administers. */
        record LastAdministrator() implements Outcome, Refused {}

        record AlreadyDisabled() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var verdict = shuttingOut.of(actor, command.account(), command.reason(), AccountControl.Standing::disabled);
        return switch (verdict) {
            case ShuttingOut.Free(var account, var ground) -> {
                accounts.disable(account, ground);
                yield new Outcome.Disabled(account);
            }
            case ShuttingOut.Secret(var why) -> new Outcome.LooksSecret(why);
            case ShuttingOut.Barred(var why) ->
                switch (why) {
                    case NO_REASON -> new Outcome.NoReason();
                    case NOT_FOUND -> new Outcome.NotFound();
                    case SERVES_ELSEWHERE -> new Outcome.ServesElsewhere();
                    case YOURSELF -> new Outcome.Yourself();
                    case ALREADY -> new Outcome.AlreadyDisabled();
                    case LAST_ADMINISTRATOR -> new Outcome.LastAdministrator();
                };
        };
    }
}
