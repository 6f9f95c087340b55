package org.rongyi.career.reception.scoring;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** Who may open a page of evidence: the posts that see the score; the person himself once the score is shown to him. */
@Component
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ScorePageReaders implements AttachmentReaders {

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
                .filter(reception -> actor instanceof Actor.Self
                        ? scores.standing(reception).until() != null
                        : Permission.mayPerform(ScorePageReaders.class, actor))
                .isPresent();
    }
}
