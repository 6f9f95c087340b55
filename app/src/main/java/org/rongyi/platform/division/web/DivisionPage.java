package org.rongyi.platform.division.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Succession;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一个区划, as of a day.
 *
 * @param above province first, without the unit itself
 * @param history all versions of the code, oldest first
 * @param mayChange whether to show the way to the change form
 */
public record DivisionPage(
        Division unit,
        LocalDate asOf,
        List<Division> above,
        List<Division> children,
        List<Division> history,
        List<Tie> successors,
        List<Tie> predecessors,
        boolean mayChange)
        implements Page {

    /** Another code this one went over into, or came from. */
    public record Tie(DivisionCode code, String name, Succession succession) {}

    public DivisionPage {
        above = List.copyOf(above);
        children = List.copyOf(children);
        history = List.copyOf(history);
        successors = List.copyOf(successors);
        predecessors = List.copyOf(predecessors);
    }

    @Override
    public String title() {
        return unit.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return above.stream().map(d -> new Crumb(d.name(), pathOf(d.code()))).toList();
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("代码", unit.code().toString()),
                Fact.of("类别", unit.kind().zh()),
                Fact.of("有效期", period(unit)),
                Fact.of("下级", children.isEmpty() ? "无" : Words.number(children.size()) + " 个"));
    }

    /** Why the page tells of another time than asked; null when it does not. */
    public @Nullable String absence() {
        return unit.isInForce(asOf)
                ? null
                : "这个代码在 " + Words.day(asOf) + " 无效，以下是" + (asOf.isBefore(unit.validFrom()) ? "其后" : "此前") + "最近的情况。";
    }

    public String period(Division version) {
        var from = version.validFrom().equals(Division.KNOWN_SINCE) ? "此前" : Words.day(version.validFrom());
        return from + "至"
                + Optional.ofNullable(version.validTo()).map(Words::day).orElse("今");
    }

    public String pathOf(DivisionCode code) {
        return "/divisions/" + code;
    }
}
