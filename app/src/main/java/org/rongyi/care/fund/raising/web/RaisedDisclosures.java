package org.rongyi.care.fund.raising.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.raising.DueDisclosures;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.springframework.stereotype.Component;

/** 逾期没有公开: stands on the list of the bureau above, as long as it is not done; the province's own on its own. */
@Component
class RaisedDisclosures implements OtherRaised {

    private final Funds funds;
    private final DueDisclosures due;
    private final Desks desks;
    private final Clock clock;

    RaisedDisclosures(Funds funds, DueDisclosures due, Desks desks, Clock clock) {
        this.funds = funds;
        this.due = due;
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        if (reader.level().isAbove(Level.COUNTY) || reader.level() == Level.COUNTY) {
            var below = funds.charitable(reader.scope()).stream()
                    .filter(fund -> isAbove(reader, fund))
                    .toList();
            var today = LocalDate.now(clock);
            return due.open(below).stream()
                    .filter(one -> one.term().isOverdue(today))
                    .map(one -> new Line(
                            "没有" + one.term().kind().zh() + "："
                                    + one.term().subject().title(),
                            one.fund().unitName(),
                            one.term().due(),
                            "/funds/" + one.fund().id() + "/disclosures"))
                    .toList();
        }
        return List.of();
    }

    private boolean isAbove(Actor.Office reader, Fund fund) {
        return fund.kind().takesGifts()
                && desks.above(fund.code(), fund.code().level())
                        .map(desk -> desk.unit().equals(reader.unit()))
                        .orElseGet(() -> fund.unit().equals(reader.unit()));
    }
}
