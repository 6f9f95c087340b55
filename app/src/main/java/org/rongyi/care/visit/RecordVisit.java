package org.rongyi.care.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 登记走访: a visit or contact, with 六送, to one or more persons of a household, with what is handed over there. Who may act: package.md. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class RecordVisit implements OfficeAct<RecordVisit.Command, RecordVisit.Outcome> {

    private final Visits visits;
    private final Contacts contacts;
    private final VisitChecks checks;
    private final VisitPhotos photos;
    private final Units units;
    private final HandOvers handOvers;
    private final Clock clock;
    private final AuditTrail audit;

    RecordVisit(
            Visits visits,
            Contacts contacts,
            VisitChecks checks,
            VisitPhotos photos,
            Units units,
            HandOvers handOvers,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.visits = visits;
        this.contacts = contacts;
        this.checks = checks;
        this.photos = photos;
        this.units = units;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    /**
     * @param photos none, or up to six
     * @param paperSlip the village's own slip, entered by the town: recorded as the village's visit and the town's entry
     * @param again recorded on purpose although the same person was recorded for that day and way
     * @param handed what was handed over and signed for on the spot
     * @param draftOf under whom the draft of this form is kept: it goes, although he was not met in the end
     */
    public record Command(
            CommandId id,
            VisitContent content,
            List<VisitPhotos.Picture> photos,
            boolean paperSlip,
            boolean again,
            List<HandOver.Signed> handed,
            @Nullable UUID draftOf)
            implements OfficeAct.Command {

        public Command {
            photos = List.copyOf(photos);
            handed = List.copyOf(handed);
        }

        /** The draft, if there is one, is under one of those it names. */
        public Command(
                CommandId id,
                VisitContent content,
                List<VisitPhotos.Picture> photos,
                boolean paperSlip,
                boolean again,
                List<HandOver.Signed> handed) {
            this(id, content, photos, paperSlip, again, handed, null);
        }

        /** Nothing was handed over. */
        public Command(
                CommandId id,
                VisitContent content,
                List<VisitPhotos.Picture> photos,
                boolean paperSlip,
                boolean again) {
            this(id, content, photos, paperSlip, again, List.of(), null);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Recorded(UUID subject) implements Outcome, Done {}

        /** One of them is absent or outside the actor's territory: indistinguishable. */
        record UnknownPerson() implements Outcome, Refused {}

        record NotOneHousehold() implements Outcome, Refused {}

        record Objected(VisitChecks.Objection objection) implements Outcome, Refused {}

        /** Somebody recorded the same person for that day and way. */
        record AlreadyRecorded(UUID visit, String by, OffsetDateTime at) implements Outcome, Refused {}

        /** No open station answers for that village. */
        record NoStation() implements Outcome, Refused {}

        /** What should have been handed over was not, so there is no record either; why, in words. */
        record NotHanded(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var content = command.content();
        var objection = checks.objection(content, LocalDate.now(clock));
        if (objection.isPresent()) {
            return new Outcome.Objected(objection.get());
        }
        var persons = contacts.lock(content.results().keySet());
        if (persons.size() != content.results().size()) {
            return new Outcome.UnknownPerson();
        }
        if (persons.stream().map(Contacts.Locked::householdId).distinct().count() > 1) {
            return new Outcome.NotOneHousehold();
        }
        var gone = persons.stream()
                .filter(person ->
                        person.settledOn() != null && content.happenedOn().isAfter(person.settledOn()))
                .findFirst();
        if (gone.isPresent()) {
            return new Outcome.Objected(
                    new VisitChecks.Objection("happenedOn", gone.get().name() + "在这一天以前已故或迁出，只能补记以前的走访"));
        }
        if (persons.stream().map(Contacts.Locked::codeNow).distinct().count() > 1) {
            // a record lies at one place: at the other it would be counted and could not be opened
            return new Outcome.Objected(new VisitChecks.Objection("persons", "这几位由不同的村（社区）负责联系，请分开登记"));
        }
        if (!command.again()) {
            var repeated = visits.findRepeated(content.results().keySet(), content.happenedOn(), content.mode());
            if (repeated.isPresent()) {
                var first = repeated.get();
                return new Outcome.AlreadyRecorded(first.id(), first.recordedBy(), first.recordedAt());
            }
        }
        var by = by(office, command.paperSlip(), persons);
        if (by.isEmpty()) {
            return new Outcome.NoStation();
        }
        var id = Ids.next();
        audit.said("走访日期", content.happenedOn());
        audit.said("走访单位", by.get().unitName());
        audit.said("对象", persons.size() + " 人");
        var drafted = new HashSet<>(content.results().keySet());
        Optional.ofNullable(command.draftOf()).ifPresent(drafted::add);
        visits.add(id, content, persons, by.get(), drafted);
        photos.add(id, persons.getFirst().codeNow(), command.photos());
        return handOvers
                .hand(office, new HandOver.Occasion(id, content), command.handed())
                .<Outcome>map(Outcome.NotHanded::new)
                .orElseGet(() -> new Outcome.Recorded(id));
    }

    private Optional<Visits.By> by(Actor.Office office, boolean paperSlip, List<Contacts.Locked> persons) {
        if (!paperSlip) {
            return Optional.of(new Visits.By(office.unit(), office.unitName(), office));
        }
        return units.responsibleFor(persons.getFirst().code())
                .flatMap(units::find)
                .map(unit -> new Visits.By(unit.id(), unit.name(), office));
    }
}
