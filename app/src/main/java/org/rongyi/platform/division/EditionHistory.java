package org.rongyi.platform.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.EditionFiles.Difference;
import org.rongyi.platform.division.EditionFiles.Edition;
import org.rongyi.platform.division.EditionFiles.Unit;
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
    private final List<Change> changes = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<DivisionCode, Open> open = new TreeMap<>();

    private EditionHistory() {}

    /** 变更: a line of the dated history. */
    record Change(
            LocalDate on,
            ChangeKind kind,
            @Nullable Unit before,
            @Nullable Unit after,
            String source) {}

    /** 待认定: a removal without successor; the suggestion is only shown. */
    record Question(
            DivisionCode code,
            String name,
            LocalDate removedOn,
            @Nullable DivisionCode suggestion) {}

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

    List<Change> changes() {
        return changes;
    }

    List<Succession> successions() {
        return successions;
    }

    List<Question> questions() {
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
            changes.add(new Change(day, d.kind(), d.before(), d.after(), edition.source()));
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
        for (var unit : removed) {
            var suggestion = onlyMatch(unit, removed, added, Unit::name)
                    .or(() -> onlyMatch(unit, removed, added, u -> stem(u.name())));
            questions.add(new Question(
                    unit.code(), unit.name(), day, suggestion.map(Unit::code).orElse(null)));
        }
    }

    private static List<Unit> units(List<Difference> differences, ChangeKind kind) {
        return differences.stream()
                .filter(d -> d.kind() == kind)
                .map(d -> kind == ChangeKind.ADDED ? d.is() : d.was())
                .toList();
    }

    /** The one unit added in the same county at the same level with this name, if no other removed unit claims it. */
    private static Optional<Unit> onlyMatch(
            Unit unit, List<Unit> removed, List<Unit> added, Function<Unit, String> name) {
        var candidates = added.stream().filter(a -> isAlike(unit, a, name)).toList();
        var rivals = removed.stream().filter(r -> isAlike(unit, r, name)).count();
        return candidates.size() == 1 && rivals == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private static boolean isAlike(Unit one, Unit other, Function<Unit, String> name) {
        return one.code().level() == other.code().level()
                && one.code().at(Level.COUNTY).equals(other.code().at(Level.COUNTY))
                && name.apply(one).equals(name.apply(other));
    }

    private static String stem(String name) {
        return CLASS_WORDS.matcher(name).replaceFirst("");
    }
}
