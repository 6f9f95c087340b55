package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.Accounts;
import org.rongyi.platform.access.Administrators;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 任用工作人员: gives somebody a post in a unit of the actor's territory. A new person gets an account, whose password he
 * sets through a one-time link; who is known by user name and name, and serves in the territory, keeps his account and
 * holds one post more.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
public class AppointStaff implements Act<AppointStaff.Command, AppointStaff.Outcome> {

    private final Units units;
    private final Staff staff;
    private final Accounts accounts;
    private final Administrators administrators;
    private final AuditTrail audit;

    AppointStaff(Units units, Staff staff, Accounts accounts, Administrators administrators, AuditTrail audit) {
        this.audit = audit;
        this.units = units;
        this.staff = staff;
        this.accounts = accounts;
        this.administrators = administrators;
    }

    /** @param account an account that exists already; none to look for {@code username}, or to open one under it */
    public record Command(
            CommandId id,
            UUID unit,
            @Nullable UUID account,
            String username,
            String name,
            String title,
            Role role,
            Employment employment,
            Establishment establishment,
            boolean veteran,
            LocalDate from)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Appointed(UUID subject, UUID account, UUID post) implements Outcome, Done {}

        /** Absent, closed, or outside the actor's territory: indistinguishable. */
        record UnknownUnit() implements Outcome, Refused {}

        /** The account serves nowhere in the actor's territory. */
        record UnknownAccount() implements Outcome, Refused {}

        /** By somebody of another name, or who serves elsewhere. */
        record UsernameTaken() implements Outcome, Refused {}

        /** This very person has a post in this unit. */
        record AlreadyServes(UUID member) implements Outcome, Refused {}

        /** Who approves or administers is appointed by the security administrator, everybody else by the others. */
        record RoleNotYours(Role role) implements Outcome, Refused {}

        /** Nobody gives himself a post. */
        record Yourself() implements Outcome, Refused {}

        /** He is one of 系统管理员, 安全管理员 and 审计员 already, and nobody is two of them. */
        record AdministersAlready() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var unit = units.lock(command.unit());
        var objection = objection(actor, command);
        if (objection.isPresent()) {
            return objection.get();
        }
        var account = known(command)
                .orElseGet(() ->
                        accounts.open(new Accounts.NewAccount(command.username(), command.name(), null, true, null)));
        var member = staff.appoint(
                new Staff.Somebody(account, command.name(), command.veteran()),
                command.unit(),
                new Staff.Terms(command.title(), command.role(), command.employment(), command.establishment()),
                command.from());
        audit.said("岗位", command.role().zh() + "，" + command.title());
        audit.said("单位", unit.map(Unit::name).orElse(""));
        audit.said("任用日期", command.from());
        return new Outcome.Appointed(member.id(), account, member.postId());
    }

    /** What speaks against it, as far as reading tells. */
    Optional<Outcome> objection(Actor actor, Command command) {
        var unit = units.find(command.unit()).filter(u -> actor.scope().covers(u.code()) && u.isOpenOn(command.from()));
        if (unit.isEmpty()) {
            return Optional.of(new Outcome.UnknownUnit());
        }
        if (Staff.isBeyond(actor, command.role())) {
            return Optional.of(new Outcome.RoleNotYours(command.role()));
        }
        var known = known(command);
        if (known.isEmpty()) {
            return accounts.isTaken(command.username()) ? Optional.of(new Outcome.UsernameTaken()) : Optional.empty();
        }
        if (!serves(actor, known.get())) {
            return Optional.of(command.account() == null ? new Outcome.UsernameTaken() : new Outcome.UnknownAccount());
        }
        return ofKnown(actor, known.get(), command);
    }

    private Optional<Outcome> ofKnown(Actor actor, UUID account, Command command) {
        if (actor instanceof Actor.Office office && office.account().equals(account)) {
            return Optional.of(new Outcome.Yourself());
        }
        if (administrators.holdsAnother(account, command.role(), command.from(), null)) {
            return Optional.of(new Outcome.AdministersAlready());
        }
        return staff.ofAccount(account).stream()
                .filter(member -> member.unitId().equals(command.unit()) && member.servesOn(command.from()))
                .findFirst()
                .map(member -> new Outcome.AlreadyServes(member.id()));
    }

    private Optional<UUID> known(Command command) {
        return command.account() != null
                ? Optional.of(command.account())
                : accounts.findKnown(command.username())
                        .filter(account -> account.name().equals(command.name()))
                        .map(Accounts.Known::id);
    }

    /** Somebody who serves in the actor's territory already. */
    private boolean serves(Actor actor, UUID account) {
        return staff.ofAccount(account).stream()
                .flatMap(member -> units.find(member.unitId()).stream())
                .anyMatch(unit -> actor.scope().covers(unit.code()));
    }

    @Override
    public Outcome lost(String constraint) {
        return switch (constraint) {
            case "account_username_key" -> new Outcome.UsernameTaken();
            case Administrators.SEPARATION -> new Outcome.AdministersAlready();
            default -> Act.super.lost(constraint);
        };
    }
}
