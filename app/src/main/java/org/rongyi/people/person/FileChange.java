package org.rongyi.people.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.people.person.CorrectPerson.Content;
import org.rongyi.people.person.CorrectPerson.Home;
import org.rongyi.people.person.CorrectPerson.Outcome;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 改档: rewrites a file and everything that follows it; what it said before is remembered with the reason. */
@Component
class FileChange {

    private final People people;
    private final Corrections corrections;
    private final PersonFile file;
    private final List<PersonFollower> followers;
    private final AuditTrail audit;

    FileChange(
            People people, Corrections corrections, PersonFile file, List<PersonFollower> followers, AuditTrail audit) {
        this.audit = audit;
        this.people = people;
        this.corrections = corrections;
        this.file = file;
        this.followers = followers;
    }

    /** The caller holds the file. What he objects to is changed nowhere. */
    Outcome make(Actor.Office office, SeenFile.AsSeen seen, Content content, String reason) {
        var before = seen.before();
        var places = seen.places();
        var taken = objection(before, content, places);
        if (taken.isPresent()) {
            return taken.get();
        }
        var lines = changes(before, content, places);
        if (lines.isEmpty()) {
            return new Outcome.NothingChanged();
        }
        corrections.remember(before, places, new Corrections.Change(office, reason, lines));
        corrections.rewrite(before, content);
        if (!content.name().equals(before.name())) {
            corrections.rename(before.id(), content.name());
        }
        var moved = new TreeSet<UUID>(Comparator.comparing(UUID::toString));
        moved.add(before.id());
        if (content.together()) {
            moved.addAll(moveAlong(office, seen, content, reason));
        }
        content.spots().forEach(spot -> corrections.move(before.id(), spot));
        corrections.settle(before, content, responsible(places));
        // One order for all who keep something per person, so that a visit to the household waits and never deadlocks.
        moved.forEach(this::tellFollowers);
        audit.explain(ChangedFields.of(before, content, lines, reason));
        return new Outcome.Corrected(before.id());
    }

    private void tellFollowers(UUID person) {
        responsible(file.places(person))
                .ifPresent(place -> followers.forEach(follower ->
                        follower.handedOver(person, new PersonFollower.Responsible(place.code(), place.groupName()))));
    }

    /** 同住的人一起改: whoever lives at a spot he leaves goes where he goes; each file remembers, each has its trace. */
    private List<UUID> moveAlong(Actor.Office office, SeenFile.AsSeen seen, Content content, String reason) {
        var moved = new ArrayList<UUID>();
        for (var mate : file.sharing(seen.before().id())) {
            var view = file.find(mate.id()).orElseThrow();
            var places = file.places(mate.id());
            var lines = new ArrayList<String>();
            var spots = new ArrayList<CorrectPerson.Spot>();
            for (var place : places) {
                left(seen.places(), content, place).ifPresent(to -> {
                    lines.add(place.kind().zh() + "住处：" + written(place));
                    spots.add(new CorrectPerson.Spot(place.kind(), to.address(), to.groupName()));
                });
            }
            if (!spots.isEmpty()) {
                var why = reason + "（与" + seen.before().name() + "同住，一起改）";
                corrections.remember(view, places, new Corrections.Change(office, why, lines));
                corrections.touch(mate.id());
                spots.forEach(spot -> corrections.move(mate.id(), spot));
                audit.alongside(
                        office,
                        new AuditTrail.Entry(
                                "CorrectPerson",
                                mate.id(),
                                "Corrected",
                                true,
                                new Detail("与同住的人一起改", List.of(Detail.unsaid("住处")))));
                moved.add(mate.id());
            }
        }
        return moved;
    }

    /** Where somebody goes who lives at this place, when it is one he moves away from. */
    private static Optional<CorrectPerson.Spot> left(List<Place> his, Content content, Place place) {
        return his.stream()
                .filter(own -> own.code().equals(place.code())
                        && own.address().equals(place.address())
                        && own.groupName().equals(place.groupName()))
                .flatMap(own -> content.spots().stream().filter(spot -> spot.leaves(own)))
                .findFirst();
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
                    .filter(spot::leaves)
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
