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

    private final AccountReach reach;
    private final AccountControl accounts;

    DisableAccount(AccountReach reach, AccountControl accounts) {
        this.reach = reach;
        this.accounts = accounts;
    }

    public record Command(CommandId id, UUID account, String reason) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
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
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        return switch (reach.lock(actor, command.account())) {
            case AccountReach.Unknown() -> new Outcome.NotFound();
            case AccountReach.Partly ignored -> new Outcome.ServesElsewhere();
            case AccountReach.Within(var account) -> disable(actor, account, command);
        };
    }

    private Outcome disable(Actor actor, AccountReach.Held account, Command command) {
        if (AccountReach.isOneself(actor, account.id())) {
            return new Outcome.Yourself();
        }
        if (account.standing().disabled()) {
            return new Outcome.AlreadyDisabled();
        }
        if (reach.isLastAdministrator(account)) {
            return new Outcome.LastAdministrator();
        }
        accounts.disable(account.id(), AccountReach.ground(actor, command.reason()));
        return new Outcome.Disabled(account.id());
    }
}
