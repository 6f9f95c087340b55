package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 免去工作人员: from a day on the appointment and its post are over; other posts of the same person stay. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class RelieveStaff implements Act<RelieveStaff.Command, RelieveStaff.Outcome> {

    private final Dismissals dismissals;
    private final UnfinishedWork work;
    private final Staff staff;
    private final AuditTrail audit;

    RelieveStaff(Dismissals dismissals, UnfinishedWork work, Staff staff, AuditTrail audit) {
        this.audit = audit;
        this.dismissals = dismissals;
        this.work = work;
        this.staff = staff;
    }

    /**
     * @param on the first day he no longer serves
     * @param rest what becomes of work that only he could see
     */
    public record Command(CommandId id, UUID staff, LocalDate on, UnfinishedWork.Choice rest) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Relieved(UUID subject) implements Outcome, Done {}

        /** Absent, relieved already, or outside the actor's territory: indistinguishable. */
        record UnknownStaff() implements Outcome, Refused {}

        record RoleNotYours(Role role) implements Outcome, Refused {}

        /** Nobody ends his own post: somebody has to be left who can undo it. */
        record Yourself() implements Outcome, Refused {}

        /** Nobody else who can sign in administers there in his role. */
        record LastAdministrator() implements Outcome, Refused {}

        record BeforeBeginning() implements Outcome, Refused {}

        /** Work only he can see is neither handed over nor dropped. */
        record WorkLeft(int number) implements Outcome, Refused {}

        /** Who takes it over has to be somebody else in office in the same unit. */
        record NoSuccessor() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        return switch (dismissals.check(actor, command.staff())) {
            case Dismissals.Unknown() -> new Outcome.UnknownStaff();
            case Dismissals.RoleBeyond(var role) -> new Outcome.RoleNotYours(role);
            case Dismissals.Oneself() -> new Outcome.Yourself();
            case Dismissals.LastAdministrator() -> new Outcome.LastAdministrator();
            case Dismissals.Possible(var member, var unit) -> relieve(member, unit, command);
        };
    }

    private Outcome relieve(Staff.Member member, Unit unit, Command command) {
        if (command.on().isBefore(member.validFrom())) {
            return new Outcome.BeforeBeginning();
        }
        audit.changed("任职", member.title() + "（" + unit.name() + "）", null);
        audit.said("免去日期", command.on());
        return switch (work.clear(member, command.rest())) {
            case UnfinishedWork.Left(var number) -> new Outcome.WorkLeft(number);
            case UnfinishedWork.NoSuccessor() -> new Outcome.NoSuccessor();
            case UnfinishedWork.Clear() ->
                staff.relieve(member, command.on()) ? new Outcome.Relieved(member.id()) : new Outcome.UnknownStaff();
        };
    }
}
