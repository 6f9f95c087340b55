package org.rongyi.network.organisation;

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

/**
 * 撤回任用: takes back an appointment made by mistake, with the account opened for it, as long as nobody has signed in or
 * worked under it.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
class WithdrawStaff implements Act<WithdrawStaff.Command, WithdrawStaff.Outcome> {

    private final Dismissals dismissals;
    private final Staff staff;
    private final AuditTrail audit;
    private final List<OpenWork> work;

    WithdrawStaff(Dismissals dismissals, Staff staff, AuditTrail audit, List<OpenWork> work) {
        this.dismissals = dismissals;
        this.staff = staff;
        this.audit = audit;
        this.work = work;
    }

    record Command(CommandId id, UUID staff) implements Act.Command {}

    /** How it ends. */
    sealed interface Outcome extends Act.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, relieved or transferred, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** It stays, and why. */
        record InUse(String reason) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        return switch (dismissals.check(actor, command.staff())) {
            case Dismissals.Unknown() -> new Outcome.NotFound();
            case Dismissals.RoleBeyond(var role) -> new Outcome.InUse(Staff.whose(role, "撤回"));
            case Dismissals.Oneself() -> new Outcome.InUse("不能撤回自己的任用");
            case Dismissals.LastAdministrator() -> new Outcome.InUse("这是最后一位可用的管理员或审计员");
            case Dismissals.Possible(var member, var unit) -> withdraw(member, unit);
        };
    }

    private Outcome withdraw(Staff.Member member, Unit unit) {
        if (audit.hasActed(member.postId(), unit.code(), member.id())) {
            return new Outcome.InUse("已在这个岗位上办过事");
        }
        if (work.stream().anyMatch(one -> !one.of(member.postId()).isEmpty())) {
            return new Outcome.InUse("这个岗位上有没办完的事");
        }
        audit.changed("任职", member.title() + "（" + unit.name() + "）", null);
        return staff.withdraw(member) ? new Outcome.Withdrawn(member.id()) : new Outcome.InUse("本人已启用账号或正在登录");
    }
}
