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

/** 解锁账号: ends an administrator's lock as well as the one after wrong passwords. */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class UnlockAccount implements Act<UnlockAccount.Command, UnlockAccount.Outcome> {

    private final AccountReach reach;
    private final AccountControl accounts;

    UnlockAccount(AccountReach reach, AccountControl accounts) {
        this.reach = reach;
        this.accounts = accounts;
    }

    public record Command(CommandId id, UUID account) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Unlocked(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        record NotLocked() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        return switch (reach.lock(actor, command.account())) {
            case AccountReach.Unknown() -> new Outcome.NotFound();
            case AccountReach.Partly ignored -> new Outcome.ServesElsewhere();
            case AccountReach.Within(var account) -> unlock(actor, account);
        };
    }

    private Outcome unlock(Actor actor, AccountReach.Held account) {
        if (!account.standing().isLocked()) {
            return new Outcome.NotLocked();
        }
        accounts.release(account.id(), AccountReach.ground(actor, ""));
        return new Outcome.Unlocked(account.id());
    }
}
