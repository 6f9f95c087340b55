package org.rongyi.care.fund.handout;

import java.util.UUID;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open a signed slip: whoever sees what it was signed for, and the person himself. */
@Component
class SlipReaders implements AttachmentReaders {

    private final Payments payments;

    SlipReaders(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String ownerKind() {
        return HandOut.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return actor instanceof Actor.Self || payments.find(owner).isPresent();
    }
}
