package org.rongyi.people.kin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 亲属委托, read for a page. Called inside the page's transaction. */
@Component
public class KinFile {

    private final KinMandates mandates;
    private final KinServices services;
    private final MandateGrounds grounds;
    private final Attachments attachments;
    private final Policy policy;

    KinFile(
            KinMandates mandates,
            KinServices services,
            MandateGrounds grounds,
            Attachments attachments,
            Policy policy) {
        this.mandates = mandates;
        this.services = services;
        this.grounds = grounds;
        this.attachments = attachments;
        this.policy = policy;
    }

    /** The newest first, those that are over too. */
    public List<Mandate> of(UUID person) {
        return mandates.of(person);
    }

    /** Its services, in words. */
    public String words(Mandate mandate) {
        return services.words(mandate.services());
    }

    /** The signed paper, or the guardian's document. */
    public List<Attachment> papers(UUID mandate) {
        return attachments.list(GiveMandate.OWNER_KIND, mandate);
    }

    /** What may be given at a place, ids and names. */
    public Map<String, String> services(DivisionCode place, LocalDate on) {
        return services.at(place, on);
    }

    /** The last day one of today may be given for, or extended to. */
    public LocalDate latest(LocalDate today) {
        return grounds.latest(today);
    }

    /** The 实名等级 the reader lacks to extend it. */
    public Optional<Assurance> lacking(Actor reader, Mandate mandate, DivisionCode place, LocalDate today) {
        return grounds.isOffered(mandate.services(), place, today)
                ? grounds.lacking(reader, mandate.services(), place)
                : Optional.empty();
    }

    public boolean isTermProposed(LocalDate today) {
        return policy.isProposed(today, KinMandates.LONGEST);
    }
}
