package org.rongyi.care.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.care.visit.Attention;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.chart.BarChart;
import org.rongyi.platform.ui.home.HomeBlock;
import org.rongyi.platform.ui.home.HomeCard;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.stereotype.Component;

/** 首页的联系名单: to the village whom to see next, to town and county where contact is overdue. */
@Component
class ContactHome implements HomeCard {

    private static final int BEFORE_ALL = 10;
    private static final int AFTER_FIGURES = 30;
    private static final int NEXT_PEOPLE = 5;
    private static final int UNITS = 8;

    private final ContactList contacts;
    private final Divisions divisions;
    private final Clock clock;

    ContactHome(ContactList contacts, Divisions divisions, Clock clock) {
        this.contacts = contacts;
        this.divisions = divisions;
        this.clock = clock;
    }

    @Override
    public Optional<HomeSection> find(Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(RecordVisit.class, office)) {
            return Optional.empty();
        }
        var today = LocalDate.now(clock);
        return Optional.of(office.level() == Level.VILLAGE ? today(office, today) : overdue(office, today));
    }

    private HomeSection today(Actor.Office office, LocalDate today) {
        var counts = contacts.counts(office.scope(), null, null, today);
        var next =
                contacts.page(office.scope(), ContactList.Filter.of(ContactList.Which.DUE), today, null).rows().stream()
                        .limit(NEXT_PEOPLE)
                        .map(row -> entry(row, today))
                        .toList();
        return new HomeSection(
                BEFORE_ALL,
                "今日走访",
                null,
                List.of(
                        new HomeBlock.Numbers(List.of(
                                number(ContactList.Which.DUE, counts.overdue() + counts.soon()),
                                number(ContactList.Which.OVERDUE, counts.overdue()),
                                number(ContactList.Which.NEVER, counts.never()))),
                        new HomeBlock.Entries(next, "一周之内没有应联系的人。")),
                List.of(new HomeSection.Door("看全部名单", "/contacts")));
    }

    private static HomeBlock.Entry entry(ContactList.Row row, LocalDate today) {
        var late = row.isOverdueOn(today);
        var kind = row.attention() == Attention.KEY ? "重点联系 · " : "";
        return new HomeBlock.Entry(
                row.name(),
                kind + (row.groupName() + " " + row.address()).strip(),
                late ? "已逾期" : Words.shortDay(row.dueOn()),
                late ? Tone.DANGER : Tone.INFO,
                "/visits/new?person=" + row.personId(),
                row.hasPhone()
                        ? new HomeBlock.Press(
                                "打电话", "给" + row.name(), Icon.PHONE, "/contacts/" + row.personId() + "/call")
                        : null);
    }

    private HomeSection overdue(Actor.Office office, LocalDate today) {
        var counts = contacts.counts(office.scope(), null, null, today);
        var blocks = new ArrayList<HomeBlock>();
        blocks.add(new HomeBlock.Numbers(List.of(
                number(ContactList.Which.OVERDUE, counts.overdue()),
                number(ContactList.Which.NEVER, counts.never()),
                number(ContactList.Which.KEY, counts.key()))));
        var worst = contacts.overdueBelow(office.scope(), divisions.childLevel(office.unitCode()), today, UNITS);
        if (!worst.isEmpty()) {
            blocks.add(new HomeBlock.Bars(new BarChart(
                    "逾期最多的单位",
                    "单位",
                    "人",
                    worst.stream().map(one -> bar(office, one)).toList())));
        }
        return new HomeSection(
                AFTER_FIGURES, "联系名单", null, blocks, List.of(new HomeSection.Door("看全部名单", "/contacts")));
    }

    private BarChart.Bar bar(Actor.Office office, ContactList.Overdue one) {
        var code = new DivisionCode(one.unit());
        var name = code.equals(office.unitCode())
                ? "本级/直属"
                : divisions.findEver(code).map(Division::name).orElseGet(code::toString);
        return new BarChart.Bar(name, one.many(), Words.number(one.many()), path(ContactList.Which.OVERDUE, code));
    }

    private static HomeBlock.Number number(ContactList.Which which, long many) {
        return HomeBlock.Number.of(which.zh(), Words.number(many), "人", "/contacts?which=" + which);
    }

    private static String path(ContactList.Which which, DivisionCode unit) {
        return "/contacts?which=" + which + "&unit=" + unit;
    }
}
