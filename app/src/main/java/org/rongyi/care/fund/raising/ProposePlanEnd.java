package org.rongyi.care.fund.raising;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 提出变更募捐结束日期: the charity stops before the day it filed, or goes on longer, as it told the civil affairs bureau. All is made public
 * within months of the end (慈善法 信息公开), so the day is not one person's to move.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ProposePlanEnd implements OfficeAct<ProposePlanEnd.Command, ProposePlanEnd.Outcome> {

    /** The trail's words for the day. */
    static final String DAY = "募捐结束日期";

    private static final int LONGEST = 200;

    private final Funds funds;
    private final RaisingPlans plans;
    private final PlanEnds ends;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    ProposePlanEnd(Funds funds, RaisingPlans plans, PlanEnds ends, Secrets secrets, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.plans = plans;
        this.ends = ends;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param endsOn the last day of raising
     * @param document the changed filing's number, or what stopped it; public
     * @param documentOn its day
     * @param reason public
     */
    public record Command(
            CommandId id, UUID plan, LocalDate endsOn, String document, LocalDate documentOn, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the change */
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record FundEnded() implements Outcome, Refused {}

        record AlreadyProposed() implements Outcome, Refused {}

        /** It ends on that day already. */
        record SameDay() implements Outcome, Refused {}

        /** Before it began. */
        record BeforeItBegan() implements Outcome, Refused {}

        /** Something was given by it later: it had not ended. */
        record GiftsAfter(LocalDate last) implements Outcome, Refused {}

        /** The paper's day lies ahead. */
        record WrongDay() implements Outcome, Refused {}

        /** It had ended before anybody told the civil affairs bureau: what is over is not prolonged, but raised for anew. */
        record OverBefore(LocalDate endsOn) implements Outcome, Refused {}

        /** No paper is named, or with too many words. */
        record NoPaper() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = plans.find(command.plan())
                .flatMap(plan -> funds.find(plan.fund()))
                .filter(found -> found.unit().equals(office.unit()));
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(fund.get().id());
        var plan = plans.find(command.plan()).orElseThrow();
        var objection = objection(fund.get(), plan, command);
        if (objection != null) {
            return objection;
        }
        var id = Ids.next();
        ends.propose(office, id, plan, command);
        audit.explain(new Detail(command.reason(), List.of(asChange(plan.endsOn(), command.endsOn()))));
        return new Outcome.Proposed(id);
    }

    private @Nullable Outcome objection(Fund fund, RaisingPlan plan, Command command) {
        if (fund.closedOn() != null) {
            return new Outcome.FundEnded();
        }
        if (ends.open(plan.id()).isPresent()) {
            return new Outcome.AlreadyProposed();
        }
        if (isMissing(command.document())) {
            return new Outcome.NoPaper();
        }
        if (isMissing(command.reason())) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("document", command.document()).or(() -> secrets.look("reason", command.reason()));
        return secret.isPresent()
                ? new Outcome.LooksSecret(secret.get())
                : wrongDay(plan, command).orElse(null);
    }

    private Optional<Outcome> wrongDay(RaisingPlan plan, Command command) {
        if (command.endsOn().equals(plan.endsOn())) {
            return Optional.of(new Outcome.SameDay());
        }
        if (command.endsOn().isBefore(plan.startsOn())) {
            return Optional.of(new Outcome.BeforeItBegan());
        }
        if (command.documentOn().isAfter(LocalDate.now(clock))) {
            return Optional.of(new Outcome.WrongDay());
        }
        if (command.endsOn().isAfter(plan.endsOn()) && command.documentOn().isAfter(plan.endsOn())) {
            return Optional.of(new Outcome.OverBefore(plan.endsOn()));
        }
        return ends.lastGift(plan.id())
                .filter(last -> last.isAfter(command.endsOn()))
                .map(Outcome.GiftsAfter::new)
                .map(Outcome.class::cast);
    }

    private static boolean isMissing(String words) {
        return words.isBlank() || words.length() > LONGEST;
    }

    static Detail.Change asChange(LocalDate before, LocalDate after) {
        return new Detail.Change(DAY, before.toString(), after.toString());
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("plan_end_open") ? new Outcome.AlreadyProposed() : OfficeAct.super.lost(constraint);
    }
}
