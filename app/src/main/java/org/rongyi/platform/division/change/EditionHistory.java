package org.rongyi.platform.division.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Succession;
import org.rongyi.platform.division.UnitKind;
import org.rongyi.platform.division.change.EditionFiles.Difference;
import org.rongyi.platform.division.change.EditionFiles.Edition;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/**
 * Turns one whole edition and the differences between editions into dated history: undoes what the edition of 2020
 * brought, then lets every edition's differences happen on its day. Whatever does not fit exactly is an error.
 */
final class EditionHistory {

    /** What a name is made of besides the name: a town that became a street keeps its stem. */
    private static final Pattern CLASS_WORDS = Pattern.compile("(街道|镇|乡|社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|社区|村)$");

    private final List<Division> versions = new ArrayList<>();
    private final List<HistoryLine> changes = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<RemovalQuestion> questions = new ArrayList<>();
    private final Map<DivisionCode, Open> open = new TreeMap<>();

    private EditionHistory() {}

    private record Open(Unit unit, LocalDate from) {}

    static EditionHistory of(Collection<Unit> unitsOf2020, Collection<Difference> differences) {
        Map<Edition, List<Difference>> byEdition = differences.stream()
                .collect(Collectors.groupingBy(
                        Difference::edition, () -> new EnumMap<>(Edition.class), Collectors.toList()));
        var history = new EditionHistory();
        var first = undo(unitsOf2020, byEdition.getOrDefault(Edition.OF_2020, List.of()));
        first.values().forEach(unit -> history.begin(unit, Division.KNOWN_SINCE));
        byEdition.forEach(history::happen);
        history.open.values().forEach(o -> history.versions.add(version(o, null)));
        return history;
    }

    List<Division> versions() {
        return versions;
    }

    List<HistoryLine> changes() {
        return changes;
    }

    List<Succession> successions() {
        return successions;
    }

    List<RemovalQuestion> questions() {
        return questions;
    }

    private static Map<DivisionCode, Unit> undo(Collection<Unit> units, List<Difference> differences) {
        var state = new HashMap<DivisionCode, Unit>();
        units.forEach(unit -> state.put(unit.code(), unit));
        for (var d : differences) {
            if (d.after() != null && !state.remove(d.after().code(), d.after())) {
                throw new IllegalStateException("the edition does not hold what it is said to have brought: " + d);
            }
        }
        for (var d : differences) {
            if (d.before() != null && state.put(d.before().code(), d.before()) != null) {
                throw new IllegalStateException("the edition still holds what it is said to have ended: " + d);
            }
        }
        return state;
    }

    private void happen(Edition edition, List<Difference> differences) {
        var day = edition.closedOn();
        for (var d : differences) {
            if (d.before() != null) {
                end(d.before(), day);
            }
        }
        for (var d : differences) {
            if (d.after() != null) {
                begin(d.after(), day);
            }
            changes.add(new HistoryLine(day, d.kind(), d.before(), d.after(), edition.source()));
            if (d.kind() == ChangeKind.RECODED) {
                successions.add(new Succession(d.was().code(), d.is().code(), day, ChangeKind.RECODED, true));
            }
        }
        ask(day, differences);
    }

    private void begin(Unit unit, LocalDate day) {
        if (open.put(unit.code(), new Open(unit, day)) != null) {
            throw new IllegalStateException("the code is still in use: " + unit);
        }
    }

    private void end(Unit unit, LocalDate day) {
        var ended = open.remove(unit.code());
        if (ended == null || !ended.unit().equals(unit)) {
            throw new IllegalStateException("the unit that ends is not the one in force: " + unit + ", " + ended);
        }
        versions.add(version(ended, day));
    }

    private static Division version(Open o, @Nullable LocalDate to) {
        var unit = o.unit();
        return new Division(
                unit.code(), unit.name(), unit.code().level(), UnitKind.of(unit.code()), unit.parent(), o.from(), to);
    }

    private void ask(LocalDate day, List<Difference> differences) {
        var added = units(differences, ChangeKind.ADDED);
        var removed = units(differences, ChangeKind.REMOVED);
        var byName = suggestions(removed, added, Unit::name);
        var byStem = suggestions(removed, added, unit -> stem(unit.name()));
        for (var unit : removed) {
            var suggestion = byName.getOrDefault(unit.code(), byStem.get(unit.code()));
            questions.add(new RemovalQuestion(unit.code(), unit.name(), day, suggestion));
        }
    }

    private static List<Unit> units(List<Difference> differences, ChangeKind kind) {
        return differences.stream()
                .filter(d -> d.kind() == kind)
                .map(d -> kind == ChangeKind.ADDED ? d.is() : d.was())
                .toList();
    }

    /** Removed and added units that, in their county and at their level, are the only ones of one name. */
    private static Map<DivisionCode, DivisionCode> suggestions(
            List<Unit> removed, List<Unit> added, Function<Unit, String> name) {
        Function<Unit, Likeness> likeness =
                unit -> new Likeness(unit.code().at(Level.COUNTY), unit.code().level(), name.apply(unit));
        var candidates = added.stream().collect(Collectors.groupingBy(likeness));
        var suggestions = new HashMap<DivisionCode, DivisionCode>();
        removed.stream().collect(Collectors.groupingBy(likeness)).forEach((alike, rivals) -> {
            var fitting = candidates.getOrDefault(alike, List.of());
            if (rivals.size() == 1 && fitting.size() == 1) {
                suggestions.put(rivals.getFirst().code(), fitting.getFirst().code());
            }
        });
        return suggestions;
    }

    private record Likeness(DivisionCode county, Level level, String name) {}

    private static String stem(String name) {
        return CLASS_WORDS.matcher(name).replaceFirst("");
    }
}
