package org.rongyi.people.person;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 不同意移交: answers a request with no, and says why. Everything stays as it is. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class DeclineHandover implements OfficeAct<DeclineHandover.Command, DeclineHandover.Outcome> {

    private final Secrets secrets;
    private final Handovers handovers;

    DeclineHandover(Handovers handovers, Secrets secrets) {
        this.secrets = secrets;
        this.handovers = handovers;
    }

    public record Command(CommandId id, UUID handover, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or no side of it lies in the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** The other side was asked. */
        record NotYours() implements Outcome, Refused {}

        record AlreadyAnswered(HandoverState state) implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        return switch (handovers.take(command.handover(), office, Handovers.Route::answers)) {
            case Handovers.Absent() -> new Outcome.NotFound();
            case Handovers.Over(var state) -> new Outcome.AlreadyAnswered(state);
            case Handovers.ForTheOther() -> new Outcome.NotYours();
            case Handovers.Waiting(var request) -> {
                if (command.reason().isBlank()) {
                    yield new Outcome.NoReason();
                }
                var secret = secrets.look("reason", command.reason());
                if (secret.isPresent()) {
                    yield new Outcome.LooksSecret(secret.get());
                }
                handovers.answer(request, HandoverState.DECLINED, office, command.reason());
                yield new Outcome.Declined(request.id());
            }
        };
    }
}
