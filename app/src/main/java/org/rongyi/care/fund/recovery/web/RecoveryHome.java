package org.rongyi.care.fund.recovery.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.LateRepayments;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.Recoveries;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的追回: his own, in plain words; for a bureau, how many are to be decided or paid back. Nothing when there is none. */
@Component
class RecoveryHome implements HomeCard {

    private static final int BESIDE_PAYMENTS = 25;

    private final Recoveries recoveries;
    private final LateRepayments late;

    RecoveryHome(Recoveries recoveries, LateRepayments late) {
        this.recoveries = recoveries;
        this.late = late;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        return switch (reader) {
            case Actor.Self self -> own(self);
            case Actor.Office office when Permission.mayPerform(OpenRecovery.class, office) -> of(office);
            case Actor.Office _, Actor.Kin _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> Optional.empty();
        };
    }

    private Optional<HomeSection> own(Actor.Self self) {
        var entries = recoveries.ofPerson(self.person()).stream()
                .filter(Recovery::isOpen)
                .map(one -> new HomeBlock.Entry(
                        one.state() == Recovery.State.HEARING ? "有一笔帮扶款要核查" : "有一笔帮扶款要退回",
                        one.state() == Recovery.State.HEARING
                                ? "您可以先说明情况，最迟 " + Words.day(one.hearUntil())
                                : "还要退 " + one.owed().text() + " 元，可以分次退",
                        null,
                        Tone.WARNING,
                        "/recoveries/" + one.id()))
                .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BESIDE_PAYMENTS, "退回帮扶款", null, List.of(new HomeBlock.Entries(entries, "没有。")), List.of()));
    }

    /** Straight to it when there is one. */
    private void waiting(Actor.Office office, Recovery.State state, String words, List<HomeBlock.Number> numbers) {
        var waiting = recoveries.toAnswer(office, state);
        if (!waiting.isEmpty()) {
            var path = waiting.size() == 1 ? "/recoveries/" + waiting.getFirst() : "/recoveries?state=" + state;
            numbers.add(HomeBlock.Number.of(words, Words.number(waiting.size()), "件", path));
        }
    }

    private Optional<HomeSection> of(Actor.Office office) {
        var counts = recoveries.counts(office.scope().toMultirange());
        var numbers = new ArrayList<HomeBlock.Number>();
        if (Permission.mayPerform(ConfirmWriteOff.class, office)) {
            waiting(office, Recovery.State.ORDERED, "等您核定的核销", numbers);
            waiting(office, Recovery.State.HEARING, "等您决定的追回", numbers);
            var came = late.toAnswer(office);
            if (!came.isEmpty()) {
                numbers.add(HomeBlock.Number.of(
                        "等您核定的核销后退回", Words.number(came.size()), "件", "/recoveries/" + came.getFirst()));
            }
        }
        for (var state : List.of(Recovery.State.HEARING, Recovery.State.ORDERED)) {
            long many = counts.getOrDefault(state, 0L);
            if (many > 0) {
                numbers.add(HomeBlock.Number.of(state.zh(), Words.number(many), "件", "/recoveries?state=" + state));
            }
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BESIDE_PAYMENTS,
                        "追回",
                        null,
                        List.of(new HomeBlock.Numbers(numbers)),
                        List.of(new HomeSection.Door("看追回", "/recoveries"))));
    }
}
