package org.rongyi.people.kin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.consent.Consents;
import org.rongyi.people.consent.Way;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 撤回委托、不再代办: at once, by the veteran himself, by a post he told it, or by the family member who does it no more
 * (民法典 第 173 条). What was filed stays as it is.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true,
        kin = true)
public class EndMandate implements Act<EndMandate.Command, EndMandate.Outcome> {

    static final int LONGEST_REASON = 100;

    private final KinMandates mandates;
    private final PersonFile file;
    private final Consents consents;
    private final KinNews news;
    private final AuditTrail audit;
    private final Secrets secrets;
    private final Clock clock;

    EndMandate(
            KinMandates mandates,
            PersonFile file,
            Consents consents,
            KinNews news,
            AuditTrail audit,
            Secrets secrets,
            Clock clock) {
        this.secrets = secrets;
        this.mandates = mandates;
        this.file = file;
        this.consents = consents;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param person on whose page it stood; null where it is the actor's own
     * @param reason asked of a post only: who said so, and how
     */
    public record Command(CommandId id, @Nullable UUID person, UUID mandate, String reason) implements Act.Command {

        public Command(CommandId id, UUID mandate, String reason) {
            this(id, null, mandate, reason);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param subject the person it was for */
        record Ended(UUID subject) implements Outcome, Done {}

        /** Absent, somebody else's, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** It was over already. */
        record Over() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The reason would stand in the trail for good. */
        record LooksSecret(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = mandates.lock(command.mandate());
        if (found.isEmpty() || actor instanceof Actor.Kin kin && !kin.mandate().equals(command.mandate())) {
            return new Outcome.NotFound();
        }
        var mandate = found.get();
        if (command.person() != null && !mandate.person().equals(command.person())) {
            return new Outcome.NotFound();
        }
        if (mandate.ended() != null) {
            return new Outcome.Over();
        }
        var reason = command.reason().strip();
        if (actor instanceof Actor.Office && reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", reason);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get().why());
        }
        switch (actor) {
            case Actor.Office office -> {
                mandates.end(mandate.id(), office.signed(), reason);
                news.ended(office, mandate);
            }
            case Actor.Self _ -> mandates.end(mandate.id(), "本人", reason.isEmpty() ? "本人撤回" : reason);
            case Actor.Kin kin -> {
                mandates.end(mandate.id(), kin.name(), "代办人不再代办");
                file.places(mandate.person()).stream()
                        .filter(Place::responsible)
                        .findFirst()
                        .ifPresent(place -> news.givenUp(mandate, place.code()));
                audit.recordForFamily(kin, "不再代办");
            }
            case Actor.Client _, Actor.Visitor _, Actor.Job _ ->
                throw new IllegalStateException("strangers end nothing, says @Allow");
        }
        disagree(actor, mandate);
        audit.explain(new Detail(
                reason.isEmpty() ? null : reason,
                List.of(new Detail.Change("亲属代办", mandate.relation().zh() + mandate.kinName(), "已结束"))));
        return new Outcome.Ended(mandate.person());
    }

    /** With the last one he gave, his consent is withdrawn. */
    private void disagree(Actor actor, Mandate ended) {
        boolean another = mandates.of(ended.person()).stream()
                .anyMatch(one -> one.isOpen(LocalDate.now(clock)) && one.basis() != MandateBasis.GUARDIAN);
        if (!(actor instanceof Actor.Kin) && !another && consents.holds(ended.person(), GiveMandate.STATEMENT)) {
            var way = actor instanceof Actor.Self ? Way.OWN : Way.IN_PERSON;
            consents.keep(actor, ended.person(), GiveMandate.STATEMENT, false, way);
        }
    }
}
