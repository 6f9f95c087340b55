package org.rongyi.people.person;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 划分完毕: whoever has not been moved belongs where he is; the question leaves the list. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY, Level.TOWN})
public class FinishDividing implements OfficeAct<FinishDividing.Command, FinishDividing.Outcome> {

    private final VillageSplits splits;
    private final AuditTrail audit;

    FinishDividing(VillageSplits splits, AuditTrail audit) {
        this.audit = audit;
        this.splits = splits;
    }

    /** @param old the village that was split, by its code before */
    public record Command(CommandId id, DivisionCode old) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record Finished(UUID subject) implements Outcome, Done {}

        /** No such split, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record DividedBefore() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = splits.find(office.scope(), command.old());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        audit.changed("原村（社区） " + command.old(), "正在划分", "划分完毕");
        return splits.finish(found.get(), office)
                ? new Outcome.Finished(command.id().value())
                : new Outcome.DividedBefore();
    }
}
