package org.rongyi.network.organisation;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 重新发启用链接: decides, and leaves the trace, that a member of staff gets a new link to set the password. The link
 * itself is made after the act, because what an act answers is kept.
 */
@Service
@Allow(roles = Role.SYSTEM_ADMIN)
public class RenewLink implements Act<RenewLink.Command, RenewLink.Outcome> {

    private final Units units;
    private final Staff staff;

    RenewLink(Units units, Staff staff) {
        this.units = units;
        this.staff = staff;
    }

    public record Command(CommandId id, UUID staff) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        record Granted(UUID subject) implements Outcome, Done {}

        /** Absent, relieved, or serving somewhere outside the actor's territory as well: indistinguishable. */
        record UnknownStaff() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var member = staff.find(command.staff());
        boolean reachable = member.isPresent()
                && staff.ofAccount(member.get().accountId()).stream()
                        .allMatch(post -> units.find(post.unitId())
                                .filter(unit -> actor.scope().covers(unit.code()))
                                .isPresent());
        return reachable ? new Outcome.Granted(member.get().accountId()) : new Outcome.UnknownStaff();
    }
}
