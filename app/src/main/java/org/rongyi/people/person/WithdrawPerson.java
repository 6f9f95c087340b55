package org.rongyi.people.person;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回建档: takes back a file that was opened by mistake, as long as nothing has happened with it. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
class WithdrawPerson implements Act<WithdrawPerson.Command, WithdrawPerson.Outcome> {

    private final People people;
    private final List<PersonFollower> followers;
    private final AuditTrail audit;

    WithdrawPerson(People people, List<PersonFollower> followers, AuditTrail audit) {
        this.audit = audit;
        this.people = people;
        this.followers = followers;
    }

    record Command(CommandId id, UUID person) implements Act.Command {}

    /** How it ends. */
    sealed interface Outcome extends Act.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Something hangs on the file, and it stays. */
        record InUse(String reason) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (people.lock(command.person()).isEmpty()) {
            return new Outcome.NotFound();
        }
        for (var follower : followers) {
            var reason = follower.withdrawn(command.person());
            if (reason.isPresent()) {
                return new Outcome.InUse(reason.get());
            }
        }
        audit.changed("档案", "在册", "已撤回");
        return people.withdraw(command.person())
                ? new Outcome.Withdrawn(command.person())
                : new Outcome.InUse("建档后已变更或移交");
    }
}
