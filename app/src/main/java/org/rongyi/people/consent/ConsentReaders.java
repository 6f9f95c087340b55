package org.rongyi.people.consent;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open a signed 授权书: whoever sees the reply it belongs to, and the person himself. */
@Component
class ConsentReaders implements AttachmentReaders {

    private final Consents consents;

    ConsentReaders(Consents consents) {
        this.consents = consents;
    }

    @Override
    public String ownerKind() {
        return AnswerConsent.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return consents.personOf(owner).isPresent();
    }
}
