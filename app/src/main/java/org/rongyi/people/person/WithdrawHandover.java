package org.rongyi.people.person;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回移交: the side that asked takes its request back, as long as nobody has answered. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class WithdrawHandover implements OfficeAct<WithdrawHandover.Command, WithdrawHandover.Outcome> {

    private final Handovers handovers;

    WithdrawHandover(Handovers handovers) {
        this.handovers = handovers;
    }

    public record Command(CommandId id, UUID handover) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, or no side of it lies in the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** The other side asked: decline it instead. */
        record NotYours() implements Outcome, Refused {}

        record AlreadyAnswered(HandoverState state) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        return switch (handovers.take(command.handover(), office, Handovers.Route::asked)) {
            case Handovers.Absent() -> new Outcome.NotFound();
            case Handovers.Over(var state) -> new Outcome.AlreadyAnswered(state);
            case Handovers.ForTheOther() -> new Outcome.NotYours();
            case Handovers.Waiting(var request) -> {
                handovers.answer(request, HandoverState.WITHDRAWN, office, "");
                yield new Outcome.Withdrawn(request.id());
            }
        };
    }
}
