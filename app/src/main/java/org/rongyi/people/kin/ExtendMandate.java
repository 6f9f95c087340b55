package org.rongyi.people.kin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 延长亲属委托: one in force gets a later last day (民法典 第 165 条: its term is the veteran's to say); who acts, and in what, stays.
 * He does it himself, or at a counter on paper he signed. One that rests on a guardian's document (第 163 条: by law, not by the
 * ward's word) is extended at a counter only, with the document as it is now.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class ExtendMandate implements Act<ExtendMandate.Command, ExtendMandate.Outcome> {

    private final KinMandates mandates;
    private final PersonFile file;
    private final MandateGrounds grounds;
    private final KinNews news;
    private final AuditTrail audit;
    private final Clock clock;

    ExtendMandate(
            KinMandates mandates,
            PersonFile file,
            MandateGrounds grounds,
            KinNews news,
            AuditTrail audit,
            Clock clock) {
        this.mandates = mandates;
        this.file = file;
        this.grounds = grounds;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param person whose it is
     * @param until the new last day
     */
    public record Command(CommandId id, UUID person, UUID mandate, LocalDate until) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param subject the person */
        record Extended(UUID subject) implements Outcome, Done {}

        /** Absent, somebody else's, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Ended, or past its last day: it is given anew. */
        record NotInUse() implements Outcome, Refused {}

        /** The veteran himself, and it rests on a guardian's document. */
        record ByGuardian() implements Outcome, Refused {}

        /** @param until the last day it has, which the new one is not later than */
        record NotLater(LocalDate until) implements Outcome, Refused {}

        /** @param latest the last day it may be extended to */
        record BadTerm(LocalDate latest) implements Outcome, Refused {}

        /** One of its services is not to be had where he is looked after now. */
        record NoService() implements Outcome, Refused {}

        /** The veteran himself, and it is not known well enough that it is he. */
        record NotIdentified(Assurance wanted) implements Outcome, Refused {}

        /** It takes the veteran's signature, or the guardian's document. */
        record NotSigned() implements Outcome, Refused {}

        /** The paper cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var mandate = mandates.lock(command.mandate())
                .filter(one -> one.person().equals(command.person()))
                .orElse(null);
        var place = file.places(command.person()).stream()
                .filter(Place::responsible)
                .findFirst()
                .map(Place::code);
        if (mandate == null || place.isEmpty()) {
            return new Outcome.NotFound();
        }
        var hindrance = hindrance(actor, mandate, command.until(), place.get());
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        if (!grounds.isOnPaper(actor, command.id())) {
            return new Outcome.NotSigned();
        }
        if (!mandates.extend(mandate.id(), command.until())) {
            throw new IllegalStateException("it is locked, in force, and shorter");
        }
        var unkept = grounds.keep(actor, command.id(), mandate.id(), mandate.person(), place.get());
        if (unkept.isPresent()) {
            return new Outcome.NotKept(unkept.get());
        }
        grounds.agree(actor, mandate.person(), mandate.basis());
        if (actor instanceof Actor.Office office) {
            news.extended(office, mandate, command.until());
        }
        var who = mandate.relation().zh() + mandate.kinName() + "，到";
        audit.explain(new Detail(
                null,
                List.of(new Detail.Change(
                        "亲属代办", who + Words.day(mandate.until()), who + Words.day(command.until())))));
        return new Outcome.Extended(mandate.person());
    }

    private Optional<Outcome> hindrance(Actor actor, Mandate mandate, LocalDate until, DivisionCode place) {
        var today = LocalDate.now(clock);
        if (!mandate.isOpen(today)) {
            return Optional.of(new Outcome.NotInUse());
        }
        if (actor instanceof Actor.Self && !mandate.isHisToExtend()) {
            return Optional.of(new Outcome.ByGuardian());
        }
        if (!until.isAfter(mandate.until())) {
            return Optional.of(new Outcome.NotLater(mandate.until()));
        }
        var latest = grounds.latest(today);
        if (until.isAfter(latest)) {
            return Optional.of(new Outcome.BadTerm(latest));
        }
        if (!grounds.isOffered(mandate.services(), place, today)) {
            return Optional.of(new Outcome.NoService());
        }
        return grounds.lacking(actor, mandate.services(), place).map(Outcome.NotIdentified::new);
    }
}
