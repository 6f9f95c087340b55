package org.rongyi.platform.stopped.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.stopped.Deciders;
import org.rongyi.platform.stopped.Stopped;
import org.rongyi.platform.stopped.StoppedTexts;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的被拦下的话: what waits for the reader's word, and what of his own was decided and not sent on yet. */
@Component
class StoppedHome implements HomeCard {

    private static final int WITH_THE_WORK = 15;
    private static final int MOST = 5;

    private final StoppedTexts texts;
    private final Deciders deciders;

    StoppedHome(StoppedTexts texts, Deciders deciders) {
        this.texts = texts;
        this.deciders = deciders;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office)) {
            return Optional.empty();
        }
        var entries = new ArrayList<HomeBlock.Entry>();
        deciders.waitingFor(office).stream()
                .limit(MOST)
                .forEach(one -> entries.add(new HomeBlock.Entry(
                        one.unitName() + " " + one.askedName() + "请您复核",
                        Words.day(one.due()) + "以前",
                        one.state().zh(),
                        Tone.WARNING,
                        path(one))));
        texts.own(office.account()).stream()
                .filter(one -> one.used() == null
                        && (one.state() == Stopped.State.WAITING || one.state() == Stopped.State.RELEASED))
                .limit(MOST)
                .forEach(one -> entries.add(new HomeBlock.Entry(
                        "您提请复核的一段话",
                        "提请于 " + Words.moment(one.askedAt().toInstant()),
                        one.state() == Stopped.State.RELEASED
                                ? "已放行，等您提交"
                                : one.state().zh(),
                        StoppedListPage.tone(one),
                        path(one))));
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        WITH_THE_WORK,
                        "被拦下的话",
                        "像国家秘密的没有录入，上级放行的照原样录入一次。",
                        List.of(new HomeBlock.Entries(entries, "没有。")),
                        List.of()));
    }

    private static String path(Stopped one) {
        return "/stopped-words/" + one.id();
    }
}
