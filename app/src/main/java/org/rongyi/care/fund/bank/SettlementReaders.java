package org.rongyi.care.fund.bank;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open the bank's written answer: whoever sees the settlement. */
@Component
class SettlementReaders implements AttachmentReaders {

    private final Settlements settlements;

    SettlementReaders(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public String ownerKind() {
        return ProposeSettlement.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return settlements.find(owner).isPresent();
    }
}
