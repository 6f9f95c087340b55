package org.rongyi.care.fund.raising.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.purpose.PurposeChanges;
import org.rongyi.care.fund.raising.ConfirmPlanEnd;
import org.rongyi.care.fund.raising.DueDisclosures;
import org.rongyi.care.fund.raising.PlanEnds;
import org.rongyi.care.fund.raising.PublishDisclosure;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的捐赠: what has to be made public soon, what is left after its day, and changes that wait; nothing when there is none. */
@Component
class RaisingHome implements HomeCard {

    private static final int BESIDE_PAYMENTS = 25;
    private static final int SOON = 15;

    private final Funds funds;
    private final Lots lots;
    private final PurposeChanges changes;
    private final DueDisclosures due;
    private final PlanEnds ends;
    private final Clock clock;

    RaisingHome(Funds funds, Lots lots, PurposeChanges changes, DueDisclosures due, PlanEnds ends, Clock clock) {
        this.ends = ends;
        this.funds = funds;
        this.lots = lots;
        this.changes = changes;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(PublishDisclosure.class, office)) {
            return Optional.empty();
        }
        var own = funds.ofUnit(office.unit());
        var entries = new ArrayList<HomeBlock.Entry>(terms(own));
        own.forEach(fund -> entries.addAll(rest(fund)));
        if (Permission.mayPerform(ConfirmPlanEnd.class, office)) {
            ends.waiting(office)
                    .forEach(one -> entries.add(new HomeBlock.Entry(
                            one.zh() + "募捐，等您核定",
                            one.proposedName() + "提出，改到" + Words.day(one.endsOn()) + "结束",
                            "待核定",
                            Tone.WARNING,
                            "/plans/" + one.plan() + "/end")));
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BESIDE_PAYMENTS,
                        "捐赠与公开",
                        null,
                        List.of(new HomeBlock.Entries(entries, "")),
                        List.of(new HomeSection.Door("看资金", "/funds"))));
    }

    private List<HomeBlock.Entry> terms(List<Fund> own) {
        var today = LocalDate.now(clock);
        return due.open(own).stream()
                .filter(one -> one.term().due().isBefore(today.plusDays(SOON)))
                .map(one -> new HomeBlock.Entry(
                        one.term().kind().zh() + "：" + one.term().subject().title(),
                        "不迟于" + Words.day(one.term().due()),
                        one.term().isOverdue(today) ? "已过期限" : "快到期",
                        one.term().isOverdue(today) ? Tone.DANGER : Tone.WARNING,
                        "/funds/" + one.fund().id() + "/disclosures"))
                .toList();
    }

    private List<HomeBlock.Entry> rest(Fund fund) {
        var entries = new ArrayList<HomeBlock.Entry>();
        int left = lots.leftOver(fund.id(), LocalDate.now(clock)).size();
        var path = "/funds/" + fund.id() + "/leftovers";
        if (left > 0) {
            entries.add(new HomeBlock.Entry("到期没用完的 " + left + " 笔", fund.name(), "要处理", Tone.WARNING, path));
        }
        int waiting = changes.waiting(fund.id()).size();
        if (waiting > 0) {
            entries.add(new HomeBlock.Entry("变更用途，等核定 " + waiting + " 笔", fund.name(), null, Tone.NEUTRAL, path));
        }
        return entries;
    }
}
