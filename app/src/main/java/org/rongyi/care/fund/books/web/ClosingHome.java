package org.rongyi.care.fund.books.web;

import java.util.List;
import java.util.Optional;
import org.rongyi.care.fund.books.CloseYear;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的结账: years and funds somebody else proposed to close, which wait for this leader. Nothing when there is none. */
@Component
class ClosingHome implements HomeCard {

    private static final int BESIDE_PAYMENTS = 26;

    private final Closings closings;

    ClosingHome(Closings closings) {
        this.closings = closings;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(CloseYear.class, office)) {
            return Optional.empty();
        }
        var entries = closings.waiting(office).stream().map(ClosingHome::entry).toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeSection(
                        BESIDE_PAYMENTS, "等您核定的结账", null, List.of(new HomeBlock.Entries(entries, "")), List.of()));
    }

    private static HomeBlock.Entry entry(Closings.Waiting one) {
        var path = "/funds/" + one.fund();
        return new HomeBlock.Entry(
                one.fundName() + (one.year() == null ? "：终止资金" : "：" + one.year() + " 年结账"),
                one.proposedName() + " " + Words.moment(one.proposedAt().toInstant()) + "提出",
                "待核定",
                Tone.WARNING,
                path + (one.year() == null ? "/end" : "/years"));
    }
}
