package org.rongyi.people.kin;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open a signed 委托书: whoever sees the mandate it belongs to, but not the family member. */
@Component
class KinReaders implements AttachmentReaders {

    private final KinMandates mandates;

    KinReaders(KinMandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public String ownerKind() {
        return GiveMandate.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return !(actor instanceof Actor.Kin) && mandates.exists(owner);
    }
}
