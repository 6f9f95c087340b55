package org.rongyi.care.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.HandOvers;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lays out the form of a visit: the household, the lists in force, what was typed. */
@Component
class VisitDesk {

    private final PersonFile people;
    private final Villages villages;
    private final Policy policy;
    private final HandOvers handOvers;
    private final Clock clock;

    VisitDesk(PersonFile people, Villages villages, Policy policy, HandOvers handOvers, Clock clock) {
        this.handOvers = handOvers;
        this.people = people;
        this.villages = villages;
        this.policy = policy;
        this.clock = clock;
    }

    /** What stands around the fields. */
    record Around(
            RecordVisitPage.@Nullable Correcting correcting,
            @Nullable OffsetDateTime draftSavedAt,
            RecordVisitPage.@Nullable Repeated repeated) {}

    /** The person, or 404: absent and out of reach are the same to the asker. */
    PersonFile.View require(UUID person) {
        return people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The first of them this place still answers for. */
    Optional<UUID> oneOf(List<VisitFile.Person> named) {
        return named.stream()
                .map(VisitFile.Person::personId)
                .filter(one -> people.find(one).isPresent())
                .findFirst();
    }

    /** Seen today, at home, with what waits for this one handed over. */
    VisitForm blank(UUID person) {
        return VisitForm.blank(person, LocalDate.now(clock)).offering(handOvers.offers(List.of(person)));
    }

    RecordVisitPage page(Actor.Office actor, UUID person, VisitForm form, FieldErrors errors, Around around) {
        var view = require(person);
        var place = people.places(person).getFirst();
        var today = LocalDate.now(clock);
        var on = around.correcting() == null ? today : form.happenedOn().orElse(today);
        var choices = new RecordVisitPage.Choices(
                policy.choices("visit.kind", on), policy.choices("visit.mode", on), policy.choices("need.kind", on));
        var household = people.household(view.household());
        return new RecordVisitPage(
                view,
                place,
                villages.fullName(place.code()),
                view.phone(),
                RecordVisitPage.seen(view, household, around.correcting()),
                around.correcting() != null
                        ? List.of()
                        : handOvers.offers(
                                household.stream().map(PersonFile.View::id).toList()),
                form,
                errors,
                choices,
                today,
                actor.level().isAbove(Level.VILLAGE),
                around.correcting(),
                around.draftSavedAt(),
                around.repeated());
    }

    /** Whose form it is: the first person it names. */
    UUID mainPerson(VisitForm form) {
        try {
            return UUID.fromString(form.value("for").isEmpty() ? form.value("person") : form.value("for"));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "走访对象不对，请返回名单重新选择");
        }
    }
}
