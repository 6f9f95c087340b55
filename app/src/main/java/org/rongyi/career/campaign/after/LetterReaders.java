package org.rongyi.career.campaign.after;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open a letter: whoever sees its record, the person himself among them. */
@Component
class LetterReaders implements AttachmentReaders {

    static final String OWNER_KIND = "campaign.letter";

    private final PlacementLetters letters;

    LetterReaders(PlacementLetters letters) {
        this.letters = letters;
    }

    @Override
    public String ownerKind() {
        return OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return letters.find(owner).isPresent();
    }
}
