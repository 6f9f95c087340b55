package org.rongyi.people.person;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 更正档案: rewrites what a file says of a person, with a reason. What it said before stays in its history; records of
 * visits and needs keep the name they were written under. Those of his household who live where he does may move along, in
 * the same act and each with a trace of his own. Who answers for him is moved by hand-over, never here.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class CorrectPerson implements OfficeAct<CorrectPerson.Command, CorrectPerson.Outcome> {

    private final SeenFile seen;
    private final FileChange change;
    private final Secrets secrets;

    CorrectPerson(SeenFile seen, FileChange change, Secrets secrets) {
        this.secrets = secrets;
        this.seen = seen;
        this.change = change;
    }

    /** @param version the version the writer saw: whoever comes second is told, and loses nothing */
    public record Command(CommandId id, UUID person, int version, Content content, String reason)
            implements OfficeAct.Command {}

    /**
     * What the file is to say.
     *
     * @param citizenId none: as it is
     * @param phone none: as it is; empty: he has none
     * @param spots address and group of his places within the actor's reach; a place not named stays as it is
     * @param together those of his household who live where he does move along
     */
    public record Content(
            String name,
            @Nullable CitizenId citizenId,
            @Nullable String phone,
            Set<Category> categories,
            List<Spot> spots,
            Home home,
            @Nullable UUID with,
            boolean together) {

        /** Whoever lives with him stays where he is. */
        public Content(
                String name,
                @Nullable CitizenId citizenId,
                @Nullable String phone,
                Set<Category> categories,
                List<Spot> spots,
                Home home,
                @Nullable UUID with) {
            this(name, citizenId, phone, categories, spots, home, with, false);
        }

        public Content {
            categories = Set.copyOf(categories);
            spots = List.copyOf(spots);
            if (categories.isEmpty() || (home == Home.WITH) != (with != null)) {
                throw new IllegalArgumentException("a category at least, and a housemate exactly when one is joined");
            }
            if (together && home != Home.SAME) {
                throw new IllegalArgumentException("who leaves a household does not take it along");
            }
        }
    }

    /** Where in a village he lives. */
    public record Spot(PlaceKind kind, String address, String groupName) {

        /** It is another spot than the one the place says. */
        public boolean leaves(Place place) {
            return place.kind() == kind
                    && !(place.address().equals(address) && place.groupName().equals(groupName));
        }
    }

    /** With whom he lives. */
    public enum Home {
        SAME,
        ALONE,
        WITH
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Corrected(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Somebody changed it meanwhile. */
        record Stale() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        record NothingChanged() implements Outcome, Refused {}

        /** The number has another file, which the actor may see. */
        record NumberHere(UUID person) implements Outcome, Refused {}

        /** The number has another file, and only the place that answers for it is told. */
        record NumberElsewhere(DivisionCode responsible) implements Outcome, Refused {}

        /** The number got another file at this very moment. */
        record NumberTaken() implements Outcome, Refused {}

        /** The housemate is absent, himself, or answered for by another village. */
        record UnknownHousemate() implements Outcome, Refused {}

        /** Another place answers for him, and the household lives there. */
        record NotResponsible() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        if (command.content().together()) {
            seen.holdHousehold(command.person());
        }
        return switch (seen.hold(command.person(), command.version())) {
            case SeenFile.Absent() -> new Outcome.NotFound();
            case SeenFile.Changed() -> new Outcome.Stale();
            case SeenFile.AsSeen as ->
                secret(command, as.places())
                        .<Outcome>map(Outcome.LooksSecret::new)
                        .orElseGet(() -> change.make(office, as, command.content(), command.reason()));
        };
    }

    private Optional<Secrets.Found> secret(Command command, List<Place> places) {
        return command.content().spots().stream()
                .flatMap(spot -> secret(spot, places).stream())
                .findFirst()
                .or(() -> secrets.look("reason", command.reason()));
    }

    private Optional<Secrets.Found> secret(Spot spot, List<Place> places) {
        var stands =
                places.stream().filter(place -> place.kind() == spot.kind()).findFirst();
        return secrets.look("address." + spot.kind(), stands.map(Place::address).orElse(""), spot.address())
                .or(() -> secrets.look(
                        "group." + spot.kind(), stands.map(Place::groupName).orElse(""), spot.groupName()));
    }

    @Override
    public Outcome lost(String constraint) {
        return switch (constraint) {
            case "person_citizen_index_key", "person_citizen_index_next_key" -> new Outcome.NumberTaken();
            case "person_household_id_fkey" -> new Outcome.UnknownHousemate();
            default -> throw new IllegalStateException("no constraint people can lose: " + constraint);
        };
    }
}
