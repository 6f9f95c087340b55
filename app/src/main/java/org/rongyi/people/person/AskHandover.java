package org.rongyi.people.person;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 提出移交: asks another place to answer for a person from now on, or asks, from a place of his that does not answer for
 * him, to do so. Nothing moves before the other side has accepted.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class AskHandover implements OfficeAct<AskHandover.Command, AskHandover.Outcome> {

    private final Secrets secrets;
    private final People people;
    private final PersonFile file;
    private final Handovers handovers;
    private final Villages villages;

    AskHandover(People people, PersonFile file, Handovers handovers, Villages villages, Secrets secrets) {
        this.secrets = secrets;
        this.people = people;
        this.file = file;
        this.handovers = handovers;
        this.villages = villages;
    }

    /**
     * @param to the place that is to answer; with its address when it is not one of his places yet
     * @param kind what a new place is to him; of no account for a place he has
     */
    public record Command(
            CommandId id,
            UUID person,
            RegisterPerson.Spot to,
            @Nullable PlaceKind kind,
            String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Asked(UUID subject) implements Outcome, Done {}

        /** The person is absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** No such village today. */
        record UnknownDivision() implements Outcome, Refused {}

        /** It answers for him already. */
        record SamePlace() implements Outcome, Refused {}

        /** A new place, and it was not said what it is to him; or a hosted station where a village is meant. */
        record WrongKind() implements Outcome, Refused {}

        /** Settled as deceased or moved out. */
        record NotActive() implements Outcome, Refused {}

        /** The actor belongs to neither side. */
        record NotYours(DivisionCode responsible) implements Outcome, Refused {}

        /** A request about him is open already. */
        record AlreadyOpen() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var person = people.lock(command.person()).flatMap(file::find);
        if (person.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (person.get().status() != PersonStatus.ACTIVE) {
            return new Outcome.NotActive();
        }
        var to = command.to().code();
        var places = people.placesOf(command.person());
        var from = People.responsible(places);
        if (from.equals(to)) {
            return new Outcome.SamePlace();
        }
        boolean known = places.stream().anyMatch(place -> place.code().equals(to));
        if (!known) {
            var objection = objection(to, command.kind());
            if (objection.isPresent()) {
                return objection.get();
            }
        }
        if (!office.scope().contains(from) && !office.scope().contains(to)) {
            return new Outcome.NotYours(from);
        }
        var request = new Handovers.Request(
                command.person(),
                from,
                to,
                office.scope().contains(from) ? from : to,
                known ? null : command.kind(),
                command.to().address(),
                command.to().groupName(),
                new Handovers.Subject(
                        person.get().name(), person.get().male(), person.get().bornYear()),
                command.reason());
        return handovers.ask(request, office).<Outcome>map(Outcome.Asked::new).orElseGet(Outcome.AlreadyOpen::new);
    }

    private Optional<Outcome> objection(DivisionCode to, @Nullable PlaceKind kind) {
        if (!villages.isInForce(to)) {
            return Optional.of(new Outcome.UnknownDivision());
        }
        return villages.fits(to, kind) ? Optional.empty() : Optional.of(new Outcome.WrongKind());
    }
}
