package org.rongyi.platform.policy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;

/**
 * 参数: its value today, and all it has had and will have, the latest first.
 *
 * @param changes what was proposed and decided about it, the last first
 */
public record ParameterPage(Parameter parameter, List<Line> lines, List<Happening> changes, boolean mayPropose)
        implements Page {

    /** @param until the last day, in words */
    public record Line(
            String from,
            String until,
            String number,
            String places,
            String source,
            String certainty,
            boolean proposed,
            boolean daysProposed,
            boolean now) {}

    static List<Line> lines(Parameter parameter, Function<List<DivisionCode>, String> places, LocalDate today) {
        var held = parameter.allOn(today);
        var lines = new ArrayList<Line>();
        for (var value : parameter.values().reversed()) {
            lines.add(new Line(
                    Words.day(value.from()),
                    until(parameter, value),
                    value.numberInWords() + " " + parameter.unit(),
                    places.apply(value.places()),
                    value.source().inWords(),
                    value.source().certainty().zh(),
                    value.source().isProposed(),
                    value.daysProposed(),
                    held.contains(value)));
        }
        return lines;
    }

    /** The day before the next one of the same places, or the end it was given; whichever is first. */
    private static String until(Parameter parameter, Parameter.Value value) {
        return parameter.values().stream()
                .filter(next ->
                        next.places().equals(value.places()) && next.from().isAfter(value.from()))
                .map(Parameter.Value::from)
                .findFirst()
                .filter(next -> value.to() == null || next.isBefore(value.to()))
                .or(() -> Optional.ofNullable(value.to()))
                .map(end -> Words.day(end.minusDays(1)))
                .orElse("至今有效");
    }

    @Override
    public String title() {
        return parameter.zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("政策参数", "/policy"), new Crumb(parameter.room(), "/policy?room=" + parameter.room()));
    }

    public List<Fact> facts() {
        var now = lines.stream()
                .filter(Line::now)
                .map(line -> line.number() + "（" + line.places() + "）")
                .collect(Collectors.joining("；"));
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("今日取值", now.isEmpty() ? "没有" : now));
        if (now.isEmpty() && !parameter.awaits().isEmpty()) {
            facts.add(Fact.of("等哪个文件", parameter.awaits()));
        }
        facts.add(Fact.of("哪项工作", parameter.room()));
        facts.add(Fact.of("代号", parameter.id()));
        return List.copyOf(facts);
    }

    public boolean proposed() {
        return lines.stream().anyMatch(line -> line.now() && line.proposed());
    }
}
