package org.rongyi.care.need.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.need.AnswerNeed;
import org.rongyi.care.need.NeedState;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的需求: what waits for an answer, and to those who answer, who has waited longest. */
@Component
class NeedHome implements HomeCard {

    private static final int AFTER_FIGURES = 25;
    private static final int LONGEST_WAITING = 3;

    /** Whatever the territory waits for. */
    private static final NeedList.Filter WAITING = new NeedList.Filter(null, NeedState.OPEN, "", null, null);

    private final NeedList needs;

    NeedHome(NeedList needs) {
        this.needs = needs;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || office.role().isSeparate()) {
            return Optional.empty();
        }
        var counts = needs.counts(office.scope(), WAITING);
        var blocks = new ArrayList<HomeBlock>();
        blocks.add(new HomeBlock.Numbers(List.of(
                number(NeedState.OPEN, counts.getOrDefault(NeedState.OPEN, 0L)),
                number(NeedState.ACCEPTED, counts.getOrDefault(NeedState.ACCEPTED, 0L)))));
        if (Permission.mayPerform(AnswerNeed.class, office)) {
            blocks.add(new HomeBlock.Entries(longestWaiting(office), "没有等待受理的需求。"));
        }
        return Optional.of(
                new HomeSection(AFTER_FIGURES, "需求台账", null, blocks, List.of(new HomeSection.Door("看需求台账", "/needs"))));
    }

    private List<HomeBlock.Entry> longestWaiting(Actor.Office office) {
        return needs.page(office.scope(), WAITING, null).rows().stream()
                .limit(LONGEST_WAITING)
                .map(need -> new HomeBlock.Entry(
                        need.personName(),
                        need.text() + "（" + Words.day(need.askedOn()) + "提出）",
                        null,
                        Tone.NEUTRAL,
                        "/needs/" + need.id()))
                .toList();
    }

    private static HomeBlock.Number number(NeedState state, long many) {
        return HomeBlock.Number.of(state.zh(), Words.number(many), "件", "/needs?state=" + state);
    }
}
