package org.rongyi.people.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 更正档案: rewrites what a file says of a person, with a reason. What it said before stays in its history; records of
 * visits and needs keep the name they were written under. Who answers for him is moved by hand-over, never here.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class CorrectPerson implements Act<CorrectPerson.Command, CorrectPerson.Outcome> {

    private final SeenFile seen;
    private final People people;
    private final Corrections corrections;
    private final PersonFile file;
    private final List<PersonFollower> followers;

    CorrectPerson(
            SeenFile seen, People people, Corrections corrections, PersonFile file, List<PersonFollower> followers) {
        this.seen = seen;
        this.people = people;
        this.corrections = corrections;
        this.file = file;
        this.followers = followers;
    }

    /** @param version the version the writer saw: whoever comes second is told, and loses nothing */
    public record Command(CommandId id, UUID person, int version, Content content, String reason)
            implements org.rongyi.platform.act.Command {}

    /**
     * What the file is to say.
     *
     * @param citizenId none: as it is
     * @param phone none: as it is; empty: he has none
     * @param spots address and group of his places within the actor's reach; a place not named stays as it is
     */
    public record Content(
            String name,
            @Nullable CitizenId citizenId,
            @Nullable String phone,
            Set<Category> categories,
            List<Spot> spots,
            Home home,
            @Nullable UUID with) {

        public Content {
            categories = Set.copyOf(categories);
            spots = List.copyOf(spots);
            if (categories.isEmpty() || (home == Home.WITH) != (with != null)) {
                throw new IllegalArgumentException("a category at least, and a housemate exactly when one is joined");
            }
        }
    }

    /** Where in a village he lives. */
    public record Spot(PlaceKind kind, String address, String groupName) {}

    /** With whom he lives. */
    public enum Home {
        SAME,
        ALONE,
        WITH
    }

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        record Corrected(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Somebody changed it meanwhile. */
        record Stale() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

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
    public Outcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Office office)) {
            throw new IllegalStateException("only posts correct files, says @Allow");
        }
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        return switch (seen.hold(command.person(), command.version())) {
            case SeenFile.Absent() -> new Outcome.NotFound();
            case SeenFile.Changed() -> new Outcome.Stale();
            case SeenFile.AsSeen(var before, var places) -> correct(office, command, before, places);
        };
    }

    private Outcome correct(Actor.Office office, Command command, PersonFile.View before, List<Place> places) {
        var content = command.content();
        var taken = objection(before, content, places);
        if (taken.isPresent()) {
            return taken.get();
        }
        var lines = changes(before, content, places);
        if (lines.isEmpty()) {
            return new Outcome.NothingChanged();
        }
        corrections.remember(before, places, new Corrections.Change(office, command.reason(), lines));
        corrections.rewrite(before, content);
        if (!content.name().equals(before.name())) {
            corrections.rename(before.id(), content.name());
        }
        content.spots().forEach(spot -> corrections.move(before.id(), spot));
        corrections.settle(before, content, responsible(places));
        file.places(before.id()).stream()
                .filter(Place::responsible)
                .findFirst()
                .ifPresent(place -> followers.forEach(follower -> follower.handedOver(
                        before.id(), new PersonFollower.Responsible(place.code(), place.groupName()))));
        return new Outcome.Corrected(before.id());
    }

    @Override
    public Outcome lost(String constraint) {
        return switch (constraint) {
            case "person_citizen_index_key" -> new Outcome.NumberTaken();
            case "person_household_id_fkey" -> new Outcome.UnknownHousemate();
            default -> throw new IllegalStateException("no constraint people can lose: " + constraint);
        };
    }

    private Optional<Outcome> objection(PersonFile.View before, Content content, List<Place> places) {
        if (content.home() != Home.SAME) {
            var responsible = responsible(places);
            if (responsible.isEmpty()) {
                return Optional.of(new Outcome.NotResponsible());
            }
            var with = content.with();
            if (with != null
                    && (with.equals(before.id())
                            || !responsible(file.places(with)).map(Place::code).equals(responsible.map(Place::code)))) {
                return Optional.of(new Outcome.UnknownHousemate());
            }
        }
        if (content.citizenId() == null) {
            return Optional.empty();
        }
        return people.findKnown(content.citizenId())
                .filter(known -> !known.person().equals(before.id()))
                .map(known -> people.isWithinReach(known.person())
                        ? new Outcome.NumberHere(known.person())
                        : new Outcome.NumberElsewhere(known.responsible()));
    }

    private static Optional<Place> responsible(List<Place> places) {
        return places.stream().filter(Place::responsible).findFirst();
    }

    /** What the file said where it is to say something else. */
    private List<String> changes(PersonFile.View before, Content content, List<Place> places) {
        var lines = new ArrayList<String>();
        if (!content.name().equals(before.name())) {
            lines.add("姓名：" + before.name());
        }
        if (content.citizenId() != null && !corrections.isNumberOf(before.id(), content.citizenId())) {
            lines.add("身份证号：" + before.citizenId());
        }
        if (content.phone() != null && !content.phone().equals(corrections.phoneOf(before.id()))) {
            lines.add("电话：" + (before.phone().isEmpty() ? "未登记" : before.phone()));
        }
        if (!content.categories().equals(before.categories())) {
            lines.add("类别：" + before.categories().stream().map(Category::zh).collect(Collectors.joining("、")));
        }
        for (var spot : content.spots()) {
            places.stream()
                    .filter(place -> place.kind() == spot.kind())
                    .filter(place -> !place.address().equals(spot.address())
                            || !place.groupName().equals(spot.groupName()))
                    .forEach(place -> lines.add(place.kind().zh() + "住处：" + written(place)));
        }
        var household = file.household(before.household()).stream()
                .filter(member -> !member.id().equals(before.id()))
                .toList();
        boolean joined = content.with() != null
                && household.stream().noneMatch(member -> member.id().equals(content.with()));
        if (joined || (content.home() == Home.ALONE && !household.isEmpty())) {
            lines.add("同户："
                    + (household.isEmpty()
                            ? "自己一户"
                            : household.stream().map(PersonFile.View::name).collect(Collectors.joining("、"))));
        }
        return lines;
    }

    private static String written(Place place) {
        var text = (place.groupName() + " " + place.address()).strip();
        return text.isEmpty() ? "未写明" : text;
    }
}
