package org.rongyi.career.reception.scoring;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who may open a page of evidence: the offices that see the score; the person himself once the score is shown to him. */
@Component
class ScorePageReaders implements AttachmentReaders {

    private final ScorePages pages;
    private final Scores scores;

    ScorePageReaders(ScorePages pages, Scores scores) {
        this.pages = pages;
        this.scores = scores;
    }

    @Override
    public String ownerKind() {
        return ScorePages.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return pages.receptionOf(owner)
                .filter(reception -> !(actor instanceof Actor.Self)
                        || scores.standing(reception).until() != null)
                .isPresent();
    }
}
