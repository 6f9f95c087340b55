package org.rongyi.people.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 建档: opens a person's file. One person, one file in the whole province (建档立卡, 一人一档). */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class RegisterPerson implements Act<RegisterPerson.Command, RegisterPerson.Outcome> {

    private final People people;
    private final Villages villages;
    private final List<PersonFollower> followers;
    private final Telling telling;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    RegisterPerson(
            People people,
            Villages villages,
            List<PersonFollower> followers,
            Telling telling,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.telling = telling;
        this.secrets = secrets;
        this.people = people;
        this.villages = villages;
        this.followers = followers;
        this.clock = clock;
    }

    /**
     * @param phone eleven digits or a landline; empty when there is none
     * @param hukou 户籍地; it answers for contact unless a residence within the actor's reach is given, or the file is
     *     opened by a hosted station, to which the person is then assigned
     * @param residence 常住地, when it is another place
     * @param household the household he joins; none to open one at his responsible place
     * @param told whether the notice was shown and explained to him before he was asked
     */
    public record Command(
            CommandId id,
            String name,
            CitizenId citizenId,
            String phone,
            Set<Category> categories,
            Spot hukou,
            @Nullable Spot residence,
            @Nullable UUID household,
            boolean told)
            implements Act.Command {

        public Command {
            categories = Set.copyOf(categories);
            if (categories.isEmpty()) {
                throw new IllegalArgumentException("至少选一种人员类别");
            }
        }

        /** From a roster or from papers: he is told when he is met. */
        public Command(
                CommandId id,
                String name,
                CitizenId citizenId,
                String phone,
                Set<Category> categories,
                Spot hukou,
                @Nullable Spot residence,
                @Nullable UUID household) {
            this(id, name, citizenId, phone, categories, hukou, residence, household, false);
        }
    }

    /** A village or community, the address in it and the 村民小组 or street. */
    public record Spot(DivisionCode code, String address, String groupName) {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Registered(UUID subject) implements Outcome, Done {}

        /** No such village today; the seat of a hosted station is none. */
        record UnknownDivision(DivisionCode code) implements Outcome, Refused {}

        /** Neither place lies in the actor's territory. */
        record NotYourTerritory() implements Outcome, Refused {}

        /** The number has a file already, which the actor may see. */
        record AlreadyHere(UUID person) implements Outcome, Refused {}

        /** The number has a file already, and only the place that answers for it is told. */
        record KnownElsewhere(DivisionCode responsible) implements Outcome, Refused {}

        record UnknownHousehold() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var secret = secret("hukou", command.hukou()).or(() -> secret("residence", command.residence()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var today = LocalDate.now(clock);
        var places = seatOf(actor).map(seat -> assigned(seat, command)).orElseGet(() -> places(actor, command));
        for (var place : places) {
            if (place.kind() != PlaceKind.ASSIGNED && !villages.isVillage(place.code())) {
                return new Outcome.UnknownDivision(place.code());
            }
        }
        if (places.stream().noneMatch(place -> actor.scope().contains(place.code()))) {
            return new Outcome.NotYourTerritory();
        }
        if (command.household() != null && !people.hasHousehold(command.household())) {
            return new Outcome.UnknownHousehold();
        }
        var id = Ids.next();
        var responsible = places.stream().filter(Place::responsible).findFirst().orElseThrow();
        var household = command.household() != null ? command.household() : people.addHousehold(responsible);
        var added = people.add(
                id,
                new People.NewPerson(
                        command.name(), command.citizenId(), command.phone(), command.categories(), household, today));
        if (!added) {
            return known(command.citizenId());
        }
        places.forEach(place -> people.addPlace(id, command.name(), place, today));
        var at = new PersonFollower.Responsible(responsible.code(), responsible.groupName());
        followers.forEach(follower -> follower.registered(id, at, today));
        if (command.told()) {
            telling.told(actor, id);
        }
        audit.said("负责联系的村（社区）", villages.fullName(responsible.code()));
        return new Outcome.Registered(id);
    }

    private Optional<Secrets.Found> secret(String place, @Nullable Spot spot) {
        return spot == null
                ? Optional.empty()
                : secrets.look(place + "Address", spot.address())
                        .or(() -> secrets.look(place + "Group", spot.groupName()));
    }

    private Outcome known(CitizenId number) {
        var known = people.knownAt(number);
        return people.isWithinReach(known.person())
                ? new Outcome.AlreadyHere(known.person())
                : new Outcome.KnownElsewhere(known.responsible());
    }

    /** The hosted station the actor works at. */
    private Optional<DivisionCode> seatOf(Actor actor) {
        return actor instanceof Actor.Office office && villages.isOpenSeat(office.unitCode())
                ? Optional.of(office.unitCode())
                : Optional.empty();
    }

    /** A hosted station answers for whom it is assigned, wherever he lives; where he lives and is registered see the file. */
    private static List<Place> assigned(DivisionCode seat, Command command) {
        var hukou = command.hukou();
        var residence = command.residence();
        var lives = residence == null ? hukou : residence;
        var station = new Place(PlaceKind.ASSIGNED, seat, lives.address(), "", true);
        if (lives.code().equals(hukou.code())) {
            return List.of(new Place(PlaceKind.BOTH, hukou.code(), hukou.address(), hukou.groupName(), false), station);
        }
        return List.of(
                new Place(PlaceKind.HUKOU, hukou.code(), hukou.address(), hukou.groupName(), false),
                new Place(PlaceKind.RESIDENCE, lives.code(), lives.address(), lives.groupName(), false),
                station);
    }

    /**
     * Where he lives answers for contact, or where he is registered if that is the same. A residence in somebody else's
     * territory must first accept it (移交): until then the place that opens the file answers.
     */
    private static List<Place> places(Actor actor, Command command) {
        var hukou = command.hukou();
        var residence = command.residence();
        if (residence == null || residence.code().equals(hukou.code())) {
            return List.of(new Place(PlaceKind.BOTH, hukou.code(), hukou.address(), hukou.groupName(), true));
        }
        boolean home = actor.scope().contains(residence.code());
        return List.of(
                new Place(PlaceKind.HUKOU, hukou.code(), hukou.address(), hukou.groupName(), !home),
                new Place(PlaceKind.RESIDENCE, residence.code(), residence.address(), residence.groupName(), home));
    }
}
