package org.rongyi.platform.division.change;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 录入区划变更. Records follow by {@link MoveRecords} from the day it takes effect. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.SYSTEM_ADMIN},
        levels = Level.PROVINCE)
public class ChangeDivision implements Act<ChangeDivision.Command, ChangeDivision.Outcome> {

    private final DivisionRecords records;
    private final Divisions divisions;
    private final AuditTrail audit;

    ChangeDivision(DivisionRecords records, Divisions divisions, AuditTrail audit) {
        this.audit = audit;
        this.records = records;
        this.divisions = divisions;
    }

    /** @param source 依据: the document that orders the change */
    public record Command(CommandId id, DivisionChange change, LocalDate on, String source) implements Act.Command {}

    public sealed interface Outcome extends Act.Outcome {

        /** @param units how many codes ended, began or got another name */
        record Changed(UUID subject, int units) implements Outcome, Done {}

        /** Why not, each reason a sentence for the officer. */
        record Impossible(List<String> reasons) implements Outcome, Refused {}
    }

    /**
     * What would happen, to be looked at before it does.
     *
     * @param lines one for each code, in words
     */
    public record Preview(List<String> refusals, List<String> lines) {}

    public Preview preview(DivisionChange change, LocalDate on, String source) {
        var plan = ChangePlan.of(divisions.tree(), change, on, source);
        return new Preview(
                plan.refusals(), plan.lines().stream().map(HistoryLine::inWords).toList());
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var plan = ChangePlan.of(records.lock(), command.change(), command.on(), command.source());
        var outside = plan.touched().stream()
                .filter(code -> !actor.scope().covers(code))
                .findFirst();
        if (outside.isPresent()) {
            return new Outcome.Impossible(List.of("区划 " + outside.get() + " 不在本单位辖区，不能变更"));
        }
        if (!plan.refusals().isEmpty()) {
            return new Outcome.Impossible(plan.refusals());
        }
        records.write(plan, new DivisionRecords.Entered(command.id().value(), AnswerQuestion.nameOf(actor)));
        audit.explain(new Detail(
                command.source(),
                List.of(new Detail.Change(
                        "区划变更",
                        null,
                        plan.lines().stream().limit(1).map(HistoryLine::inWords).collect(Collectors.joining()) + "；一共 "
                                + plan.lines().size() + " 条，自 " + command.on() + " 起"))));
        return new Outcome.Changed(command.id().value(), plan.lines().size());
    }
}
