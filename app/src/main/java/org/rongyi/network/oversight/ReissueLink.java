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

/**
 * 重发设置链接: decides, and leaves the trace, that the owner of an account gets a new link to set the password. The link
 * itself is made after the act, because what an act answers is kept.
 */
@Service
@Allow(
        roles = Role.SYSTEM_ADMIN,
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class ReissueLink implements Act<ReissueLink.Command, ReissueLink.Outcome> {

    private final AccountReach reach;
    private final AccountControl accounts;

    ReissueLink(AccountReach reach, AccountControl accounts) {
        this.reach = reach;
        this.accounts = accounts;
    }

    public record Command(CommandId id, UUID account) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Granted(UUID subject) implements Outcome, Done {}

        /** There is none, or it has never served in the actor's territory: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        /** It has a post outside the actor's territory as well: the level above decides. */
        record ServesElsewhere() implements Outcome, Refused {}

        /** A veteran's own: whoever sets its password sees his file, which no administrator may. */
        record OwnAccount() implements Outcome, Refused {}

        /** Locked by an administrator, or disabled: a new password would not let anybody in. */
        record ShutOut() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        return switch (reach.lock(actor, command.account())) {
            case AccountReach.Unknown() -> new Outcome.NotFound();
            case AccountReach.Partly ignored -> new Outcome.ServesElsewhere();
            case AccountReach.Within(var account) -> grant(actor, account);
        };
    }

    private Outcome grant(Actor actor, AccountReach.Held account) {
        var standing = account.standing();
        if (standing.own()) {
            return new Outcome.OwnAccount();
        }
        if (standing.held() || standing.disabled()) {
            return new Outcome.ShutOut();
        }
        accounts.granted(account.id(), AccountReach.ground(actor, ""));
        return new Outcome.Granted(account.id());
    }
}
