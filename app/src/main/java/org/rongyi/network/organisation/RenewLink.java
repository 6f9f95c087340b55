package org.rongyi.network.organisation;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 重新发启用链接: decides, and leaves the trace, that a member of staff gets a new link to set the password. The link
 * itself is made after the act, because what an act answers is kept. Whoever appoints may let somebody in who has never
 * been in; a forgotten password is renewed by the system
 * administrator, who is also the one that lets in whoever approves or administers.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class RenewLink implements Act<RenewLink.Command, RenewLink.Outcome> {

    private final Units units;
    private final Staff staff;
    private final Newcomers newcomers;
    private final AuditTrail audit;

    RenewLink(Units units, Staff staff, Newcomers newcomers, AuditTrail audit) {
        this.audit = audit;
        this.units = units;
        this.staff = staff;
        this.newcomers = newcomers;
    }

    public record Command(CommandId id, UUID staff) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Granted(UUID subject) implements Outcome, Done {}

        /** Absent, relieved, or serving somewhere outside the actor's territory as well: indistinguishable. */
        record UnknownStaff() implements Outcome, Refused {}

        /** The account was enabled, or approves or administers: only the system administrator renews its password. */
        record OnlyAdministrator() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var member = staff.find(command.staff());
        boolean reachable = member.isPresent()
                && units.find(member.get().unitId())
                        .filter(unit -> actor.scope().covers(unit.code()))
                        .isPresent()
                && !staff.servesOutside(member.get().accountId(), actor.scope());
        if (!reachable) {
            return new Outcome.UnknownStaff();
        }
        var account = member.get().accountId();
        audit.said("启用链接", "重新发一个，" + member.get().title());
        return mayLetIn(actor, account) ? new Outcome.Granted(account) : new Outcome.OnlyAdministrator();
    }

    private boolean mayLetIn(Actor actor, UUID account) {
        if (actor instanceof Actor.Office office && office.role() == Role.SYSTEM_ADMIN) {
            return true;
        }
        return newcomers.mayLetIn(actor, account);
    }
}
