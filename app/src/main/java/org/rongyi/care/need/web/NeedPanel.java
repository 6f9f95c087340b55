package org.rongyi.care.need.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 提出的需求 on a person's page, his own included: what he asked for, where it stands, and what he was answered. */
@Component
class NeedPanel implements PersonPanel {

    private static final int AFTER_VISITS = 20;
    private static final int SHOWN = 10;

    private final NeedList needs;
    private final Policy policy;

    NeedPanel(NeedList needs, Policy policy) {
        this.needs = needs;
        this.policy = policy;
    }

    @Override
    public int order() {
        return AFTER_VISITS;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        boolean own = !(reader instanceof Actor.Office);
        var lines = needs.latestOf(person, SHOWN).stream()
                .map(need -> line(need, own))
                .toList();
        return new Panel("提出的需求", lines, List.of(), "没有提出过需求。");
    }

    /** He himself has the visit at which he said it; the ledger is the office's. */
    private Line line(NeedList.Row need, boolean own) {
        var what = need.state().zh() + " · " + policy.label("need.kind", need.kind()) + " · " + need.text();
        var answer = need.answer() == null || need.answer().isEmpty() ? "" : "。答复：" + need.answer();
        return new Line(
                Words.day(need.askedOn()), what + answer, own ? "/visits/" + need.source() : "/needs/" + need.id());
    }
}
