package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/** What figures must say, counted the slow and plain way from a list of everything that happened. */
final class Ledger {

    private final List<Line> lines = new ArrayList<>();

    private static final class Line {
        final Fact fact;
        final LocalDate bookedOn;
        DivisionCode now;

        Line(Fact fact, LocalDate bookedOn, DivisionCode now) {
            this.fact = fact;
            this.bookedOn = bookedOn;
            this.now = now;
        }
    }

    private final Map<DivisionCode, DivisionCode> successors = new HashMap<>();

    void book(Fact fact, LocalDate on) {
        var now = lines.reversed().stream()
                .filter(line -> fact.value() < 0 && line.fact.equals(fact.withdrawn()))
                .map(line -> line.now)
                .findFirst()
                .orElseGet(() -> successors.getOrDefault(fact.code(), fact.code()));
        lines.add(new Line(fact, on, now));
    }

    void recode(DivisionCode from, DivisionCode to) {
        lines.stream().filter(line -> line.now.equals(from)).forEach(line -> line.now = to);
        successors.remove(to);
        successors.replaceAll((old, now) -> now.equals(from) ? to : now);
        successors.put(from, to);
    }

    List<Count> children(Question question, Level level) {
        return count(question, level.number());
    }

    List<Count> count(Question question, int level) {
        var counts = new ArrayList<Count>();
        for (var kind : question.kinds()) {
            var times = new TreeMap<DivisionCode, Long>();
            var stays = new TreeMap<DivisionCode, Map<UUID, Map<DivisionCode, Integer>>>();
            for (var line : lines) {
                if (line.fact.kind().equals(kind) && isAsked(line, question)) {
                    var unit = unitAt(line.now, level);
                    times.merge(unit, line.fact.value(), Long::sum);
                    if (line.fact.person() != null) {
                        stays.computeIfAbsent(unit, u -> new HashMap<>())
                                .computeIfAbsent(line.fact.person(), p -> new HashMap<>())
                                .merge(line.now, Long.signum(line.fact.value()), Integer::sum);
                    }
                }
            }
            times.forEach((unit, value) -> counts.add(
                    new Count(kind, unit, value, people(question, kind, stays.getOrDefault(unit, Map.of())))));
        }
        counts.sort(
                Comparator.comparing(Count::code).thenComparing(c -> c.kind().id()));
        return counts;
    }

    private static @Nullable People people(
            Question question, FigureKind kind, Map<UUID, Map<DivisionCode, Integer>> stays) {
        if (!kind.people() || !(question.period() instanceof Period.Fixed)) {
            return null;
        }
        return new People(stays.values().stream()
                .filter(places -> places.values().stream().anyMatch(n -> n > 0))
                .count());
    }

    private static boolean isAsked(Line line, Question question) {
        var day = line.fact.happenedOn();
        return question.unit().contains(line.now)
                && !day.isBefore(question.period().from())
                && day.isBefore(question.period().to())
                && (question.asOf() == null || !line.bookedOn.isAfter(question.asOf()));
    }

    /** By the written rule on seat codes, digit by digit. */
    static DivisionCode unitAt(DivisionCode code, int level) {
        var digits = code.toString();
        boolean underCounty = digits.charAt(6) >= '6';
        boolean underTown = digits.charAt(9) >= '6';
        int kept = switch (level) {
            case 1 -> 2;
            case 2 -> 4;
            case 3 -> 6;
            case 4 -> underCounty ? 6 : 9;
            case 5 -> underCounty ? 6 : underTown ? 9 : 12;
            default -> 12;
        };
        return DivisionCode.parse(digits.substring(0, kept) + "0".repeat(12 - kept))
                .orElseThrow();
    }
}
