package org.rongyi.people.kin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.people.consent.Consents;
import org.rongyi.people.consent.Way;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** What a mandate rests on, whether it is given or extended: its term, its services, who is known to say so, the paper, the consent. */
@Component
class MandateGrounds {

    private final KinServices services;
    private final Consents consents;
    private final Cases cases;
    private final DraftFiles drafts;
    private final Policy policy;

    MandateGrounds(KinServices services, Consents consents, Cases cases, DraftFiles drafts, Policy policy) {
        this.services = services;
        this.consents = consents;
        this.cases = cases;
        this.drafts = drafts;
        this.policy = policy;
    }

    /** The last day one of today may run to. */
    LocalDate latest(LocalDate today) {
        return today.plusMonths(policy.number(KinMandates.LONGEST, today)).minusDays(1);
    }

    /** Whether each of them is applied for at this place, and by family. */
    boolean isOffered(Collection<String> wanted, DivisionCode place, LocalDate today) {
        return services.at(place, today).keySet().containsAll(wanted);
    }

    /** The 实名等级 the veteran himself lacks for one of them: nobody gives what he may not do. All of them are offered there. */
    Optional<Assurance> lacking(Actor actor, Collection<String> wanted, DivisionCode place) {
        return wanted.stream()
                .flatMap(service -> cases.lacking(actor, service, place).stream())
                .max((one, other) -> Integer.compare(one.level(), other.level()));
    }

    /** A post has the signed paper, or the guardian's document; the veteran needs none. */
    boolean isOnPaper(Actor actor, CommandId form) {
        return !(actor instanceof Actor.Office) || !drafts.list(actor, form).isEmpty();
    }

    /** Hangs the paper on the mandate; otherwise why not. */
    Optional<String> keep(Actor actor, CommandId form, UUID mandate, UUID person, DivisionCode place) {
        if (!(actor instanceof Actor.Office)) {
            return Optional.empty();
        }
        var owner = new AttachmentOwner(GiveMandate.OWNER_KIND, mandate, place, person);
        return switch (drafts.claim(actor, form, owner)) {
            case Attachments.Added ignored -> Optional.empty();
            case Attachments.Refused(var why) -> Optional.of(why);
        };
    }

    /** A guardian does not say the veteran's yes for him: his document is the ground. */
    void agree(Actor actor, UUID person, MandateBasis basis) {
        if (basis != MandateBasis.GUARDIAN && !consents.holds(person, GiveMandate.STATEMENT)) {
            var way = actor instanceof Actor.Office ? Way.SIGNED : Way.OWN;
            consents.keep(actor, person, GiveMandate.STATEMENT, true, way);
        }
    }
}
