package org.rongyi.care.fund.recovery;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open what a recovery rests on, and its letters: whoever sees the recovery, the person himself among them. */
@Component
class RecoveryReaders implements AttachmentReaders {

    private final Recoveries recoveries;

    RecoveryReaders(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @Override
    public String ownerKind() {
        return OpenRecovery.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return recoveries.find(owner).isPresent();
    }
}
