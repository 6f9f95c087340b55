package org.rongyi.care.fund.raising;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 补登备案: the number an emergency plan was given once it was filed. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordFiling implements OfficeAct<RecordFiling.Command, RecordFiling.Outcome> {

    private final Funds funds;
    private final RaisingPlans plans;
    private final Clock clock;
    private final AuditTrail audit;

    RecordFiling(Funds funds, RaisingPlans plans, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.funds = funds;
        this.plans = plans;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID plan, RaisingPlan.Filing filing) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Filed(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record FiledBefore() implements Outcome, Refused {}

        record WrongDay() implements Outcome, Refused {}

        record FilingTaken() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var plan = plans.find(command.plan())
                .filter(found -> funds.find(found.fund())
                        .filter(fund -> fund.unit().equals(office.unit()))
                        .isPresent());
        if (plan.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.filing().on().isAfter(LocalDate.now(clock))) {
            return new Outcome.WrongDay();
        }
        audit.said("备案日期", command.filing().on());
        return plans.file(office, command.plan(), command.filing())
                ? new Outcome.Filed(command.plan())
                : new Outcome.FiledBefore();
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("plan_filing") ? new Outcome.FilingTaken() : OfficeAct.super.lost(constraint);
    }
}
