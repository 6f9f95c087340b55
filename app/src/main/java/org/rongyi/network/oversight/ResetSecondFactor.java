package org.rongyi.network.oversight;

import java.util.UUID;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 重设动态验证码: somebody lost his phone and the codes on paper. The phone is unbound; the password stays, and who may set
 * a new one is the system administrator's to say, so neither of the two gets into the account alone.
 */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class ResetSecondFactor implements Act<ResetSecondFactor.Command, ResetSecondFactor.Outcome> {

    private final AccountReach reach;
    private final Secrets secrets;
    private final AccountControl accounts;

    ResetSecondFactor(AccountReach reach, AccountControl accounts, Secrets secrets) {
        this.reach = reach;
        this.accounts = accounts;
        this.secrets = secrets;
    }

    public record Command(CommandId id, UUID account, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Reset(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        /** One's own: whoever has the phone unbinds it, whoever has not asks somebody else. */
        record Yourself() implements Outcome, Refused {}

        record NotBound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}
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
            case AccountReach.Within(var account) -> reset(actor, account, command);
        };
    }

    private Outcome reset(Actor actor, AccountReach.Held account, Command command) {
        if (AccountReach.isOneself(actor, account.id())) {
            return new Outcome.Yourself();
        }
        if (!account.standing().bound()) {
            return new Outcome.NotBound();
        }
        accounts.resetFactor(account.id(), AccountReach.ground(actor, command.reason()));
        return new Outcome.Reset(account.id());
    }
}
