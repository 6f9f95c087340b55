package org.rongyi.care.fund.payee;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** The paper beside an account in another's name is open to whoever reads the correction. */
@Component
class PayeeReaders implements AttachmentReaders {

    private final PayeeChanges changes;

    PayeeReaders(PayeeChanges changes) {
        this.changes = changes;
    }

    @Override
    public String ownerKind() {
        return ProposePayee.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return actor instanceof Actor.Office && changes.find(owner).isPresent();
    }
}
