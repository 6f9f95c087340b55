package org.rongyi.care.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/** 更正走访: rewrites a record with a reason. What it said before stays in its history; figures follow at once. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class CorrectVisit implements OfficeAct<CorrectVisit.Command, CorrectVisit.Outcome> {

    private static final String TOO_MANY = "照片连同已有的最多 " + VisitPhotos.MOST + " 张，请先撤下几张";

    private final Visits visits;
    private final Contacts contacts;
    private final VisitChecks checks;
    private final AuditTrail audit;
    private final Policy policy;
    private final HandOvers handOvers;
    private final VisitPhotos photos;
    private final Clock clock;

    CorrectVisit(
            Visits visits,
            Contacts contacts,
            VisitChecks checks,
            AuditTrail audit,
            Policy policy,
            HandOvers handOvers,
            VisitPhotos photos,
            Clock clock) {
        this.photos = photos;
        this.handOvers = handOvers;
        this.audit = audit;
        this.policy = policy;
        this.visits = visits;
        this.contacts = contacts;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * @param version the version the writer saw: whoever comes second is told, and loses nothing
     * @param photos pictures that come to it
     * @param photosAway numbers of pictures that leave it for good; of one that is gone already nothing is said
     */
    public record Command(
            CommandId id,
            UUID visit,
            int version,
            VisitContent content,
            String reason,
            List<VisitPhotos.Picture> photos,
            List<Integer> photosAway)
            implements OfficeAct.Command {

        public Command {
            photos = List.copyOf(photos);
            photosAway = photosAway.stream().distinct().sorted().toList();
        }

        /** The pictures stay as they are. */
        public Command(CommandId id, UUID visit, int version, VisitContent content, String reason) {
            this(id, visit, version, content, reason, List.of(), List.of());
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Corrected(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Somebody changed it meanwhile. */
        record Stale() implements Outcome, Refused {}

        record Withdrawn() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record Objected(VisitChecks.Objection objection) implements Outcome, Refused {}

        record NotOneHousehold() implements Outcome, Refused {}

        /** Something was handed over and signed for in it, which the corrected record would deny; why, in words. */
        record HandedOver(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var standing = visits.find(command.visit())
                .map(one -> new VisitChecks.Standing(one.brought(), visits.said(one)))
                .orElseGet(() -> new VisitChecks.Standing("", ""));
        var objection = checks.objection(command.content(), standing, LocalDate.now(clock))
                .or(() -> checks.secret("reason", command.reason()));
        if (objection.isPresent()) {
            return new Outcome.Objected(objection.get());
        }
        var attendees = visits.attendees(command.visit());
        var named = attendees.stream().map(Visits.Attendee::personId).toList();
        var touched = new HashSet<>(command.content().results().keySet());
        touched.addAll(named);
        // Persons before the record, as in RecordVisit: one order of locks, no deadlock.
        var seen = contacts.lockSeen(named);
        var persons = contacts.lock(touched);
        var elsewhere = attendees.stream()
                .filter(attendee ->
                        persons.stream().noneMatch(one -> one.personId().equals(attendee.personId())))
                .toList();
        var found = visits.lock(command.visit());
        if (found.isEmpty() || persons.size() + elsewhere.size() != touched.size()) {
            return new Outcome.NotFound();
        }
        if (found.get().withdrawn()) {
            return new Outcome.Withdrawn();
        }
        if (found.get().version() != command.version()) {
            return new Outcome.Stale();
        }
        if (!isOneHousehold(persons, named)) {
            return new Outcome.NotOneHousehold();
        }
        var denied = handOvers.correct(command.visit(), command.content());
        if (denied.isPresent()) {
            return new Outcome.HandedOver(denied.get());
        }
        var pictures = photos.positions(command.visit());
        long away = pictures.stream().filter(command.photosAway()::contains).count();
        if (pictures.size() - away + command.photos().size() > VisitPhotos.MOST) {
            return new Outcome.Objected(new VisitChecks.Objection("photo", TOO_MANY));
        }
        var before = new ChangedVisit.Before(found.get(), attendees, visits.said(found.get()), pictures);
        command.photosAway().forEach(position -> photos.takeAway(command.visit(), position));
        photos.add(command.visit(), found.get().codeNow(), command.photos());
        var after = photos.positions(command.visit());
        audit.explain(ChangedVisit.of(before, command.content(), after, persons, command.reason(), policy));
        visits.rewrite(
                found.get(),
                command.content(),
                new Visits.Touched(persons, elsewhere, seen),
                new Visits.Change(office, command.reason()));
        return new Outcome.Corrected(command.visit());
    }

    /** Whom the record names stays, whatever became of his household since; who is added belongs to theirs. */
    private static boolean isOneHousehold(List<Contacts.Locked> persons, List<UUID> named) {
        var added = persons.stream()
                .filter(person -> !named.contains(person.personId()))
                .map(Contacts.Locked::householdId)
                .collect(Collectors.toSet());
        var known = persons.stream()
                .filter(person -> named.contains(person.personId()))
                .map(Contacts.Locked::householdId)
                .collect(Collectors.toSet());
        return added.isEmpty() || added.size() == 1 && (known.isEmpty() || known.containsAll(added));
    }
}
