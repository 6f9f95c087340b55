package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.access.Administrators;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 调动工作人员: relieved here and appointed there on the same day, with the account he has. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class TransferStaff implements Act<TransferStaff.Command, TransferStaff.Outcome> {

    private final Dismissals dismissals;
    private final UnfinishedWork work;
    private final Units units;
    private final Staff staff;
    private final Administrators administrators;
    private final AuditTrail audit;

    TransferStaff(
            Dismissals dismissals,
            UnfinishedWork work,
            Units units,
            Staff staff,
            Administrators administrators,
            AuditTrail audit) {
        this.audit = audit;
        this.administrators = administrators;
        this.dismissals = dismissals;
        this.work = work;
        this.units = units;
        this.staff = staff;
    }

    /**
     * @param on the last day here is the one before
     * @param rest what becomes of work that only he could see; it does not move along
     */
    public record Command(
            CommandId id, UUID staff, UUID unit, Staff.Terms terms, LocalDate on, UnfinishedWork.Choice rest)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param subject the new appointment */
        record Transferred(UUID subject) implements Outcome, Done {}

        /** Absent, relieved already, or outside the actor's territory: indistinguishable. */
        record UnknownStaff() implements Outcome, Refused {}

        /** The unit to go to is absent, closed, or outside the actor's territory: indistinguishable. */
        record UnknownUnit() implements Outcome, Refused {}

        record SameUnit() implements Outcome, Refused {}

        record RoleNotYours(Role role) implements Outcome, Refused {}

        record Yourself() implements Outcome, Refused {}

        /** Nobody else who can sign in administers there in his role. */
        record LastAdministrator() implements Outcome, Refused {}

        /** He is another one of 系统管理员, 安全管理员 and 审计员, and nobody is two of them. */
        record AdministersAlready() implements Outcome, Refused {}

        record BeforeBeginning() implements Outcome, Refused {}

        /** Work only he can see is neither handed over nor dropped. */
        record WorkLeft(int number) implements Outcome, Refused {}

        /** Who takes it over has to be somebody else in office in the unit he leaves. */
        record NoSuccessor() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        return switch (dismissals.check(actor, command.staff())) {
            case Dismissals.Unknown() -> new Outcome.UnknownStaff();
            case Dismissals.RoleBeyond(var role) -> new Outcome.RoleNotYours(role);
            case Dismissals.Oneself() -> new Outcome.Yourself();
            case Dismissals.LastAdministrator() -> new Outcome.LastAdministrator();
            case Dismissals.Possible(var member, var unit) -> transfer(actor, member, unit, command);
        };
    }

    private Outcome transfer(Actor actor, Staff.Member member, Unit from, Command command) {
        if (command.unit().equals(member.unitId())) {
            return new Outcome.SameUnit();
        }
        var unit = units.lock(command.unit()).filter(u -> actor.scope().covers(u.code()) && u.isOpenOn(command.on()));
        if (unit.isEmpty()) {
            return new Outcome.UnknownUnit();
        }
        if (Staff.isBeyond(actor, command.terms().role())) {
            return new Outcome.RoleNotYours(command.terms().role());
        }
        if (administrators.holdsAnother(member.accountId(), command.terms().role(), command.on(), member.postId())) {
            return new Outcome.AdministersAlready();
        }
        if (command.on().isBefore(member.validFrom())) {
            return new Outcome.BeforeBeginning();
        }
        audit.changed("单位", from.name(), unit.get().name());
        audit.changed(
                "岗位",
                member.title(),
                command.terms().role().zh() + "，" + command.terms().title());
        audit.said("调动日期", command.on());
        return switch (work.clear(member, command.rest())) {
            case UnfinishedWork.Left(var number) -> new Outcome.WorkLeft(number);
            case UnfinishedWork.NoSuccessor() -> new Outcome.NoSuccessor();
            case UnfinishedWork.Clear() -> move(member, command);
        };
    }

    private Outcome move(Staff.Member member, Command command) {
        if (!staff.relieve(member, command.on())) {
            return new Outcome.UnknownStaff();
        }
        var somebody = new Staff.Somebody(member.accountId(), member.name(), member.veteran());
        return new Outcome.Transferred(staff.appoint(somebody, command.unit(), command.terms(), command.on())
                .id());
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals(Administrators.SEPARATION)
                ? new Outcome.AdministersAlready()
                : Act.super.lost(constraint);
    }
}
