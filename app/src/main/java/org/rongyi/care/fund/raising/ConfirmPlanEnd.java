package org.rongyi.care.fund.raising;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 核定变更募捐结束日期: by another than who proposed it, who compares it with the paper. From then on all terms are reckoned from the new day. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmPlanEnd implements OfficeAct<ConfirmPlanEnd.Command, ConfirmPlanEnd.Outcome> {

    private static final int LONGEST = 200;

    private final Funds funds;
    private final PlanEnds ends;
    private final Secrets secrets;
    private final AuditTrail audit;

    ConfirmPlanEnd(Funds funds, PlanEnds ends, Secrets secrets, AuditTrail audit) {
        this.funds = funds;
        this.ends = ends;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** @param words why it is declined; not asked for when it is confirmed */
    public record Command(CommandId id, UUID change, boolean agrees, String words) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Changed(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** Declined by himself who proposed it. */
        record TakenBack(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record FundEnded() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not confirm it. */
        record OwnProposal() implements Outcome, Refused {}

        /** Something was given by it later meanwhile. */
        record GiftsAfter(LocalDate last) implements Outcome, Refused {}

        /** Declined without a word, or with too many. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var own = ends.find(command.change())
                .flatMap(change -> funds.find(change.fund()))
                .filter(fund -> fund.unit().equals(office.unit()));
        if (own.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(own.get().id());
        var change = ends.find(command.change()).orElseThrow();
        if (change.state() != PlanEnds.State.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (command.agrees() && change.isFrom(office)) {
            return new Outcome.OwnProposal();
        }
        return command.agrees()
                ? confirm(office, funds.find(change.fund()).orElseThrow(), change)
                : decline(office, change, command.words());
    }

    private Outcome decline(Actor.Office office, PlanEnds.Change change, String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", words);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        ends.decide(office, change.id(), PlanEnds.State.DECLINED, words.strip());
        audit.explain(new Detail(words, List.of()));
        return change.isFrom(office) ? new Outcome.TakenBack(change.id()) : new Outcome.Declined(change.id());
    }

    private Outcome confirm(Actor.Office office, Fund fund, PlanEnds.Change change) {
        if (fund.closedOn() != null) {
            return new Outcome.FundEnded();
        }
        var last = ends.lastGift(change.plan()).filter(day -> day.isAfter(change.endsOn()));
        if (last.isPresent()) {
            return new Outcome.GiftsAfter(last.get());
        }
        ends.decide(office, change.id(), PlanEnds.State.CONFIRMED, null);
        audit.explain(
                new Detail(change.reason(), List.of(ProposePlanEnd.asChange(change.endsBefore(), change.endsOn()))));
        return new Outcome.Changed(change.id());
    }
}
