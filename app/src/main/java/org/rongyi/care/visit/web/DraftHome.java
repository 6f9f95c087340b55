package org.rongyi.care.visit.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.care.visit.Drafts;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的草稿: forms begun under this post and not handed in. */
@Component
class DraftHome implements HomeCard {

    private static final int AFTER_TODAY = 15;
    private static final int SHOWN = 5;

    private final Drafts drafts;

    DraftHome(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(RecordVisit.class, office)) {
            return Optional.empty();
        }
        var begun = drafts.latest(office.post(), SHOWN).stream()
                .map(draft -> new HomeBlock.Entry(
                        draft.name(),
                        Words.moment(draft.savedAt().toInstant()) + " 保存",
                        "接着填",
                        Tone.WARNING,
                        "/visits/new?person=" + draft.personId()))
                .toList();
        return begun.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        AFTER_TODAY, "没有填完的走访", "这些还没有保存，不计数。", List.of(new HomeBlock.Entries(begun, "")), List.of()));
    }
}
