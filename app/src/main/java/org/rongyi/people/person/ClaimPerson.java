package org.rongyi.people.person;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 申请接收: somebody has come to live here, and his file is elsewhere: asks the place that answers for him to hand him
 * over. The asker knows him by his number and learns no more than when opening a file: who answers for it.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class ClaimPerson implements OfficeAct<ClaimPerson.Command, ClaimPerson.Outcome> {

    private final Secrets secrets;
    private final People people;
    private final Handovers handovers;
    private final Villages villages;

    ClaimPerson(People people, Handovers handovers, Villages villages, Secrets secrets) {
        this.secrets = secrets;
        this.people = people;
        this.handovers = handovers;
        this.villages = villages;
    }

    /** @param name as the asker knows it; the other side compares it with the file */
    public record Command(
            CommandId id, String name, CitizenId citizenId, RegisterPerson.Spot to, PlaceKind kind, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Asked(UUID subject) implements Outcome, Done {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        record UnknownDivision() implements Outcome, Refused {}

        record WrongKind() implements Outcome, Refused {}

        /** The receiving place lies outside the actor's territory. */
        record NotYourTerritory() implements Outcome, Refused {}

        /** Nobody has a file of this number: open one. */
        record Unknown() implements Outcome, Refused {}

        /** The file is within reach: ask from there. */
        record AlreadyHere(UUID person) implements Outcome, Refused {}

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
        var to = command.to().code();
        if (!villages.isInForce(to)) {
            return new Outcome.UnknownDivision();
        }
        if (!villages.fits(to, command.kind())) {
            return new Outcome.WrongKind();
        }
        if (!office.scope().contains(to)) {
            return new Outcome.NotYourTerritory();
        }
        var first = people.findKnown(command.citizenId());
        if (first.isEmpty()) {
            return new Outcome.Unknown();
        }
        // Who answers may have changed while we waited for the file.
        handovers.hold(first.get().person());
        var known = people.findKnown(command.citizenId());
        if (known.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (people.isWithinReach(known.get().person())) {
            return new Outcome.AlreadyHere(known.get().person());
        }
        var subject = new Handovers.Subject(
                command.name(),
                command.citizenId().isMale(),
                command.citizenId().bornOn().getYear());
        var request = new Handovers.Request(
                known.get().person(),
                known.get().responsible(),
                to,
                to,
                command.kind(),
                command.to().address(),
                command.to().groupName(),
                subject,
                command.reason());
        return handovers.ask(request, office).<Outcome>map(Outcome.Asked::new).orElseGet(Outcome.AlreadyOpen::new);
    }
}
