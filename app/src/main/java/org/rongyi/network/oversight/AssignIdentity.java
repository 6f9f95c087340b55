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

/**
 * 登记统一身份: whose identity at the provider an account is, for somebody who cannot link it himself. It opens nothing before
 * the security administrator has confirmed it: alone neither of the two gets into anybody's account (0013).
 */
@Service
@Allow(
        roles = Role.SYSTEM_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class AssignIdentity implements Act<AssignIdentity.Command, AssignIdentity.Outcome> {

    private static final int LONGEST = 255; // OpenID Connect Core 1.0, 2: sub

    private final AccountReach reach;
    private final Secrets secrets;
    private final IdentityControl identities;

    AssignIdentity(AccountReach reach, IdentityControl identities, Secrets secrets) {
        this.reach = reach;
        this.identities = identities;
        this.secrets = secrets;
    }

    /** @param subject what the provider calls the person (sub) */
    public record Command(CommandId id, UUID account, String subject, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Assigned(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        /** One links one's own under 账号与安全, after the password. */
        record Yourself() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}

        /** None, or longer than a provider's may be. */
        record NoSubject() implements Outcome, Refused {}

        /** No provider is set in this installation. */
        record NoProvider() implements Outcome, Refused {}

        /** The identity is another account's, or the account has one already. */
        record TakenByAnother() implements Outcome, Refused {}
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
        if (command.subject().isBlank() || command.subject().length() > LONGEST) {
            return new Outcome.NoSubject();
        }
        if (identities.provider().isEmpty()) {
            return new Outcome.NoProvider();
        }
        return switch (reach.lock(actor, command.account())) {
            case AccountReach.Unknown() -> new Outcome.NotFound();
            case AccountReach.Partly ignored -> new Outcome.ServesElsewhere();
            case AccountReach.Within(var account) -> assign(actor, account, command);
        };
    }

    private Outcome assign(Actor actor, AccountReach.Held account, Command command) {
        if (!(actor instanceof Actor.Office office) || AccountReach.isOneself(actor, account.id())) {
            return new Outcome.Yourself();
        }
        var ground = AccountReach.ground(actor, command.reason());
        return identities.assign(account.id(), command.subject().strip(), office.account(), ground)
                ? new Outcome.Assigned(account.id())
                : new Outcome.TakenByAnother();
    }
}
