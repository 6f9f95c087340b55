package org.rongyi.care.fund.raising;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记募捐方案: as the charity filed it before it began (慈善法: 开展公开募捐活动前报民政部门备案). In an emergency it may begin first, and is
 * filed within days ({@link RecordFiling}).
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RegisterPlan implements OfficeAct<RegisterPlan.Command, RegisterPlan.Outcome> {

    private final Funds funds;
    private final RaisingPlans plans;
    private final Secrets secrets;
    private final GivingPlatforms platforms;
    private final Clock clock;
    private final AuditTrail audit;

    RegisterPlan(
            Funds funds,
            RaisingPlans plans,
            Secrets secrets,
            GivingPlatforms platforms,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.funds = funds;
        this.plans = plans;
        this.secrets = secrets;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** @param plan its id and fund are given here */
    public record Command(CommandId id, UUID fund, RaisingPlan plan) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Registered(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** The fund has ended: nothing is asked for it any more. */
        record FundEnded() implements Outcome, Refused {}

        /** All of a plan is public. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** The fund has no charity behind it. */
        record TakesNoGifts() implements Outcome, Refused {}

        /** The charity has no 公开募捐资格: it asks nobody in public. */
        record NoLicence() implements Outcome, Refused {}

        /** Ends before it starts. */
        record WrongDay() implements Outcome, Refused {}

        record NoWay() implements Outcome, Refused {}

        /** Through a platform, and the charity's page there is not known. */
        record NoPlatform() implements Outcome, Refused {}

        /** Not filed, or filed after it began, and no emergency. */
        record NotFiled() implements Outcome, Refused {}

        /** The number of another plan. */
        record FilingTaken() implements Outcome, Refused {}

        record NameTaken() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = funds.find(command.fund()).filter(fund -> fund.unit().equals(office.unit()));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var fund = found.get();
        if (fund.closedOn() != null) {
            return new Outcome.FundEnded();
        }
        var secret = secret(command.plan());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var plan = with(Ids.next(), fund, command.plan());
        var objection = objection(fund.charity(), plan);
        if (objection != null) {
            return objection;
        }
        audit.said("募捐方案", plan.startsOn() + " 到 " + plan.endsOn());
        plans.add(office, fund, plan);
        return new Outcome.Registered(plan.id());
    }

    private Optional<Secrets.Found> secret(RaisingPlan plan) {
        return secrets.look("title", plan.title())
                .or(() -> secrets.look("area", plan.area()))
                .or(() -> secrets.look("purpose", plan.purpose()))
                .or(() -> secrets.look("leader", plan.leader()))
                .or(() -> secrets.look("remainder", plan.remainder()));
    }

    private @Nullable Outcome objection(Fund.@Nullable Charity charity, RaisingPlan plan) {
        if (charity == null) {
            return new Outcome.TakesNoGifts();
        }
        if (charity.licence() == null) {
            return new Outcome.NoLicence();
        }
        if (plan.endsOn().isBefore(plan.startsOn())) {
            return new Outcome.WrongDay();
        }
        if (plan.ways().isEmpty()) {
            return new Outcome.NoWay();
        }
        if (plan.ways().contains(RaisingPlan.Way.PLATFORM) && platforms.door(charity, LocalDate.now(clock)) == null) {
            return new Outcome.NoPlatform();
        }
        var filing = plan.filing();
        boolean before = filing != null && !filing.on().isAfter(plan.startsOn());
        return plan.emergency() || before ? null : new Outcome.NotFiled();
    }

    private static RaisingPlan with(UUID id, Fund fund, RaisingPlan plan) {
        return new RaisingPlan(
                id,
                fund.id(),
                plan.title(),
                plan.startsOn(),
                plan.endsOn(),
                plan.area(),
                plan.purpose(),
                List.copyOf(plan.ways()),
                plan.leader(),
                plan.remainder(),
                plan.emergency(),
                plan.filing());
    }

    @Override
    public Outcome lost(String constraint) {
        return switch (constraint) {
            case "plan_filing" -> new Outcome.FilingTaken();
            case "plan_title" -> new Outcome.NameTaken();
            default -> OfficeAct.super.lost(constraint);
        };
    }
}
