package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.people.person.AskHandover;
import org.rongyi.people.person.CorrectPerson;
import org.rongyi.people.person.Handovers;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Happening;
import org.springframework.stereotype.Component;

/** Lays out a person's page: where he is, and what the reader may do. Called inside the page's transaction. */
@Component
class PersonDesk {

    private static final int CHANGES = 20;
    private static final int READINGS = 50;

    private final PersonFile file;
    private final People people;
    private final Handovers handovers;
    private final Villages villages;
    private final AuditTrail audit;
    private final UnitDirectory units;

    PersonDesk(
            PersonFile file,
            People people,
            Handovers handovers,
            Villages villages,
            AuditTrail audit,
            UnitDirectory units) {
        this.audit = audit;
        this.units = units;
        this.file = file;
        this.people = people;
        this.handovers = handovers;
        this.villages = villages;
    }

    /** The reader's own places with the address; of a place elsewhere only which it is, and whether it answers. */
    List<PersonPage.Located> places(UUID person, boolean own) {
        var near = file.places(person);
        var located = new ArrayList<>(near.stream().map(this::located).toList());
        if (!own) {
            people.placesOf(person).stream()
                    .filter(place -> near.stream()
                            .noneMatch(known -> known.code().equals(place.code()) && known.kind() == place.kind()))
                    .map(place -> new PersonPage.Located(
                            place.kind().zh(), villages.fullName(place.code()), "", "", place.responsible()))
                    .forEach(located::add);
        }
        return located;
    }

    PersonPage.Standing standing(Actor actor, PersonFile.View person) {
        var open = handovers.findOpen(person.id());
        boolean answering = people.placesOf(person.id()).stream()
                .anyMatch(place -> place.responsible() && actor.scope().contains(place.code()));
        return new PersonPage.Standing(
                false,
                Permission.mayPerform(OpenNumber.class, actor),
                Permission.mayPerform(CorrectPerson.class, actor),
                Permission.mayPerform(AskHandover.class, actor)
                        && person.status() == PersonStatus.ACTIVE
                        && open.isEmpty(),
                Permission.mayPerform(SettleStatus.class, actor) && answering,
                open.map(found -> "/handovers/" + found.id()).orElse(null));
    }

    /** What was changed in the file, newest first. */
    List<Happening> changes(UUID person) {
        return file.history(person, CHANGES).stream()
                .map(change -> new Happening(
                        Words.moment(change.at().toInstant()),
                        change.reason(),
                        change.actor(),
                        "原为 " + String.join("；", change.lines()),
                        Tone.NEUTRAL))
                .toList();
    }

    /** 谁看过我的档案, and what his family did for him; newest first. */
    List<Happening> readings(UUID person) {
        var readings = audit.readings(
                person, List.of(OpenNumber.class.getSimpleName(), AuditTrail.FOR_FAMILY, AuditTrail.READ), READINGS);
        var places = units.findWorkplaces(readings.stream()
                .map(AuditTrail.Reading::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return readings.stream()
                .map(reading -> {
                    var place = reading.unitId() == null ? null : places.get(reading.unitId());
                    return new Happening(
                            Words.moment(reading.at().toInstant()),
                            reading.purpose() == null ? "看号码" : reading.purpose(),
                            place == null ? reading.actorName() : place.name() + " " + reading.actorName(),
                            null,
                            Tone.NEUTRAL);
                })
                .toList();
    }

    private PersonPage.Located located(Place place) {
        return new PersonPage.Located(
                place.kind().zh(),
                villages.fullName(place.code()),
                place.address(),
                place.groupName(),
                place.responsible());
    }
}
