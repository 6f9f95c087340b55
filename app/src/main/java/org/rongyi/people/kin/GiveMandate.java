package org.rongyi.people.kin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 委托亲属代办: the veteran lets one of his family act for him in some services until a day (民法典 第 165 条). He gives it
 * himself, or at a counter on paper he signed; for somebody who cannot, the guardian brings the document that says he is one.
 * Whoever acts comes to a counter with his identity card before it works ({@link OpenForFamily}).
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class GiveMandate implements Act<GiveMandate.Command, GiveMandate.Outcome> {

    /** The record the signed paper hangs on. */
    static final String OWNER_KIND = "kin.mandate";

    /** 委托亲属代办书. */
    static final String STATEMENT = "family";

    static final int LONGEST_NAME = 30;

    /** 完全民事行为能力 (民法典 第 18 条). */
    private static final int ADULT = 18;

    private final PersonFile file;
    private final KinMandates mandates;
    private final KinServices services;
    private final MandateGrounds grounds;
    private final KinNews news;
    private final AuditTrail audit;
    private final Clock clock;

    GiveMandate(
            PersonFile file,
            KinMandates mandates,
            KinServices services,
            MandateGrounds grounds,
            KinNews news,
            AuditTrail audit,
            Clock clock) {
        this.file = file;
        this.mandates = mandates;
        this.services = services;
        this.grounds = grounds;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param kinNumber checked and canonical
     * @param services ids, sorted
     * @param until the last day
     * @param guardian a guardian's document instead of the veteran's signature; only at a counter
     */
    public record Command(
            CommandId id,
            UUID person,
            String kinName,
            String kinNumber,
            Relation relation,
            List<String> services,
            LocalDate until,
            boolean guardian)
            implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param subject the person */
        record Given(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Has died or moved away. */
        record NotActive() implements Outcome, Refused {}

        /** No name, or none of a person's length. */
        record NoName() implements Outcome, Refused {}

        /** It is his own number. */
        record Himself() implements Outcome, Refused {}

        /** Not of age: who acts for somebody answers for what he does. */
        record TooYoung() implements Outcome, Refused {}

        /** No service, or one there is not at his place. */
        record NoService() implements Outcome, Refused {}

        /** @param latest the last day it may be given for */
        record BadTerm(LocalDate latest) implements Outcome, Refused {}

        /** The veteran himself, and it is not known well enough that it is he: nobody gives what he may not do. */
        record NotIdentified(Assurance wanted) implements Outcome, Refused {}

        /** One for this family member is in force. */
        record AlreadyGiven() implements Outcome, Refused {}

        /** It takes the veteran's signature, or the guardian's document. */
        record NotSigned() implements Outcome, Refused {}

        /** The paper cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = file.find(command.person());
        var place = file.places(command.person()).stream()
                .filter(Place::responsible)
                .findFirst()
                .map(Place::code);
        if (found.isEmpty() || place.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().status() != PersonStatus.ACTIVE) {
            return new Outcome.NotActive();
        }
        var hindrance = hindrance(actor, command, place.get());
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        if (!grounds.isOnPaper(actor, command.id())) {
            return new Outcome.NotSigned();
        }
        var given = given(actor, command);
        mandates.add(given);
        var unkept = grounds.keep(actor, command.id(), given.id(), given.person(), place.get());
        if (unkept.isPresent()) {
            return new Outcome.NotKept(unkept.get());
        }
        grounds.agree(actor, given.person(), given.basis());
        if (actor instanceof Actor.Office office) {
            news.given(office, given);
        }
        var what = given.relation().zh() + given.kinName() + "，" + services.words(given.services()) + "，到"
                + Words.day(given.until()) + "，凭" + given.basis().zh();
        audit.explain(new Detail(null, List.of(new Detail.Change("亲属代办", null, what))));
        return new Outcome.Given(command.person());
    }

    private Optional<Outcome> hindrance(Actor actor, Command command, DivisionCode place) {
        var today = LocalDate.now(clock);
        var number = new CitizenId(command.kinNumber());
        if (command.kinName().isBlank() || command.kinName().length() > LONGEST_NAME) {
            return Optional.of(new Outcome.NoName());
        }
        if (mandates.isOwnNumber(command.person(), number)) {
            return Optional.of(new Outcome.Himself());
        }
        if (number.bornOn().plusYears(ADULT).isAfter(today)) {
            return Optional.of(new Outcome.TooYoung());
        }
        if (command.services().isEmpty() || !grounds.isOffered(command.services(), place, today)) {
            return Optional.of(new Outcome.NoService());
        }
        var latest = grounds.latest(today);
        if (command.until().isBefore(today) || command.until().isAfter(latest)) {
            return Optional.of(new Outcome.BadTerm(latest));
        }
        return grounds.lacking(actor, command.services(), place).map(Outcome.NotIdentified::new);
    }

    private static KinMandates.Given given(Actor actor, Command command) {
        var office = actor instanceof Actor.Office one ? one : null;
        var basis =
                office == null ? MandateBasis.OWN : command.guardian() ? MandateBasis.GUARDIAN : MandateBasis.SIGNED;
        return new KinMandates.Given(
                command.id().value(),
                command.person(),
                command.kinName().strip(),
                new CitizenId(command.kinNumber()),
                command.relation(),
                command.services(),
                basis,
                command.until(),
                office == null ? "本人" : office.name(),
                office == null ? null : office.unitName());
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.startsWith(KinMandates.ONE_EACH)) { // in either column of the number
            return new Outcome.AlreadyGiven();
        }
        return Act.super.lost(constraint);
    }
}
