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

/** 结束全部登录: the account is signed out on every device; it may sign in again. */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class EndSessions implements Act<EndSessions.Command, EndSessions.Outcome> {

    private final AccountReach reach;
    private final AccountControl accounts;

    EndSessions(AccountReach reach, AccountControl accounts) {
        this.reach = reach;
        this.accounts = accounts;
    }

    public record Command(CommandId id, UUID account) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Ended(UUID subject, int number) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        /** A veteran's own: where he is signed in is none of the administrator's business. */
        record OwnAccount() implements Outcome, Refused {}

        record NothingOpen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        return switch (reach.lock(actor, command.account())) {
            case AccountReach.Unknown() -> new Outcome.NotFound();
            case AccountReach.Partly ignored -> new Outcome.ServesElsewhere();
            case AccountReach.Within(var account) -> end(actor, account);
        };
    }

    private Outcome end(Actor actor, AccountReach.Held account) {
        if (account.standing().own()) {
            return new Outcome.OwnAccount();
        }
        int ended = accounts.endSessions(account.id(), AccountReach.ground(actor, ""));
        return ended == 0 ? new Outcome.NothingOpen() : new Outcome.Ended(account.id(), ended);
    }
}
