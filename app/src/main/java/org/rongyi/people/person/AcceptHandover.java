package org.rongyi.people.person;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 同意移交: from now on the receiving place answers for the person. His line of the contact list goes there; what was
 * recorded and counted stays where it happened.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class AcceptHandover implements OfficeAct<AcceptHandover.Command, AcceptHandover.Outcome> {

    private final Handovers handovers;
    private final Villages villages;
    private final List<PersonFollower> followers;

    AcceptHandover(Handovers handovers, Villages villages, List<PersonFollower> followers) {
        this.handovers = handovers;
        this.villages = villages;
        this.followers = followers;
    }

    public record Command(CommandId id, UUID handover) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Accepted(UUID subject) implements Outcome, Done {}

        /** Absent, or no side of it lies in the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** The other side was asked. */
        record NotYours() implements Outcome, Refused {}

        /** Nobody answers what he himself has asked, under whichever post. */
        record OwnRequest() implements Outcome, Refused {}

        /** Answered or taken back already. */
        record AlreadyAnswered(HandoverState state) implements Outcome, Refused {}

        /** Settled as deceased or moved out. */
        record NotActive() implements Outcome, Refused {}

        /** The receiving village does not exist any more. */
        record UnknownDivision() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var seen = handovers.find(command.handover());
        if (seen.isEmpty()) {
            return new Outcome.NotFound();
        }
        handovers.hold(seen.get().person());
        // A village recoded meanwhile may have taken the request out of reach.
        return switch (handovers.take(command.handover(), office, Handovers.Route::answers)) {
            case Handovers.Absent() -> new Outcome.NotFound();
            case Handovers.Over(var state) -> new Outcome.AlreadyAnswered(state);
            case Handovers.ForTheOther() -> new Outcome.NotYours();
            case Handovers.Waiting(var request) -> accept(office, request);
        };
    }

    private Outcome accept(Actor.Office office, Handovers.View request) {
        if (office.account().equals(request.askedAccount())) {
            return new Outcome.OwnRequest();
        }
        var to = request.route().to();
        if (request.kind() != null && !villages.isInForce(to)) {
            return new Outcome.UnknownDivision();
        }
        handovers.answer(request, HandoverState.ACCEPTED, office, "");
        var was = List.of("负责联系：" + villages.fullName(request.route().from()));
        var moved = handovers.handOver(request.id(), office, was);
        return switch (moved.result()) {
            case "DONE" -> {
                var responsible = new PersonFollower.Responsible(moved.code(), moved.groupName());
                followers.forEach(follower -> follower.handedOver(moved.subject(), responsible));
                yield new Outcome.Accepted(request.id());
            }
            case "NOT_ACTIVE" -> new Outcome.NotActive();
            // Places change by hand-over alone, and of one person one is open at a time.
            default -> throw new IllegalStateException("person.hand_over: " + moved.result());
        };
    }
}
