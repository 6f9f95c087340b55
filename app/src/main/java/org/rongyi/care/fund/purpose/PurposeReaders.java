package org.rongyi.care.fund.purpose;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open the signed consent: whoever sees the change. */
@Component
class PurposeReaders implements AttachmentReaders {

    private final PurposeChanges changes;

    PurposeReaders(PurposeChanges changes) {
        this.changes = changes;
    }

    @Override
    public String ownerKind() {
        return ProposePurpose.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return changes.find(owner).isPresent();
    }
}
