package org.rongyi.people.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.people.person.CorrectPerson.Content;
import org.rongyi.people.person.CorrectPerson.Home;
import org.rongyi.people.person.CorrectPerson.Outcome;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 改档: rewrites a file and everything that follows it; what it said before is remembered with the reason. */
@Component
class FileChange {

    private final People people;
    private final Corrections corrections;
    private final PersonFile file;
    private final List<PersonFollower> followers;

    FileChange(People people, Corrections corrections, PersonFile file, List<PersonFollower> followers) {
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
        content.spots().forEach(spot -> corrections.move(before.id(), spot));
        corrections.settle(before, content, responsible(places));
        file.places(before.id()).stream()
                .filter(Place::responsible)
                .findFirst()
                .ifPresent(place -> followers.forEach(follower -> follower.handedOver(
                        before.id(), new PersonFollower.Responsible(place.code(), place.groupName()))));
        return new Outcome.Corrected(before.id());
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
