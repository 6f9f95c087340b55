package org.rongyi.platform.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;

/** Every version of every division, and who succeeded whom. Never changes: a change of divisions makes a new tree. */
public final class DivisionTree {

    private static final Comparator<Division> BY_CODE = Comparator.comparing(Division::code);

    private static final NavigableMap<LocalDate, Entry> NEVER = Collections.unmodifiableNavigableMap(new TreeMap<>());

    private final Map<DivisionCode, NavigableMap<LocalDate, Entry>> versions = new HashMap<>();
    private final Map<DivisionCode, List<Division>> children = new HashMap<>();
    private final Map<DivisionCode, List<Succession>> successions = new HashMap<>();
    private final List<Succession> splits;
    private final List<Entry> entries;

    /** A version with the pinyin initials of its name. */
    public record Entry(Division division, String initials) {}

    public DivisionTree(Collection<Entry> entries, Collection<Succession> successions) {
        this.entries = List.copyOf(entries);
        for (var entry : entries) {
            var division = entry.division();
            versions.computeIfAbsent(division.code(), c -> new TreeMap<>()).put(division.validFrom(), entry);
            if (division.parent() != null) {
                children.computeIfAbsent(division.parent(), c -> new ArrayList<>())
                        .add(division);
            }
        }
        children.values().forEach(list -> list.sort(BY_CODE));
        for (var succession : successions) {
            this.successions
                    .computeIfAbsent(succession.from(), c -> new ArrayList<>())
                    .add(succession);
        }
        this.splits = successions.stream()
                .filter(one -> one.kind() == ChangeKind.SPLIT && !one.main())
                .toList();
        this.successions.values().forEach(list -> list.sort(Comparator.comparing(Succession::on)));
    }

    Stream<Division> versions() {
        return entries.stream().map(Entry::division);
    }

    public Optional<Division> find(DivisionCode code, LocalDate day) {
        return Optional.ofNullable(versionsOf(code).floorEntry(day))
                .map(e -> e.getValue().division())
                .filter(d -> d.isInForce(day));
    }

    /** The version in force; else the last one before the day, else the first one after it. */
    Optional<Division> nearest(DivisionCode code, LocalDate day) {
        var all = versionsOf(code);
        return Optional.ofNullable(all.floorEntry(day))
                .or(() -> Optional.ofNullable(all.firstEntry()))
                .map(e -> e.getValue().division());
    }

    /** All versions of a code, oldest first. */
    public List<Division> history(DivisionCode code) {
        return versionsOf(code).values().stream().map(Entry::division).toList();
    }

    List<Succession> successions(DivisionCode code) {
        return successions.getOrDefault(code, List.of());
    }

    /** Every successor that a split named, and that began with nobody in it. */
    List<Succession> splits() {
        return splits;
    }

    /** Codes this one took over from. */
    List<Succession> predecessors(DivisionCode code) {
        return successions.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.to().equals(code))
                .sorted(Comparator.comparing(Succession::on).thenComparing(Succession::from))
                .toList();
    }

    /** The unit a code stands for on that day, over any number of changes; empty when it ended without successor. */
    Optional<Division> follow(DivisionCode code, LocalDate day) {
        var seen = new HashSet<DivisionCode>();
        var at = code;
        while (seen.add(at)) {
            var here = find(at, day);
            if (here.isPresent()) {
                return here;
            }
            var next = mainSuccession(at, day);
            if (next == null) {
                return Optional.empty();
            }
            at = next.to();
        }
        return Optional.empty();
    }

    private @Nullable Succession mainSuccession(DivisionCode code, LocalDate day) {
        return successions(code).stream()
                .filter(s -> s.main() && !s.on().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    public List<Division> children(DivisionCode code, LocalDate day) {
        return children.getOrDefault(code, List.of()).stream()
                .filter(d -> d.isInForce(day))
                .toList();
    }

    List<Division> provinces(LocalDate day) {
        return versions().filter(d -> d.parent() == null && d.isInForce(day)).toList();
    }

    /** Units that will come to stand directly below after the day. */
    public List<Division> childrenAfter(DivisionCode code, LocalDate day) {
        return children.getOrDefault(code, List.of()).stream()
                .filter(d -> d.validFrom().isAfter(day))
                .toList();
    }

    /** From the province down to the unit itself, as of a day; no county where there is none. */
    List<Division> path(Division division, LocalDate day) {
        var path = new ArrayList<Division>();
        var at = Optional.of(division);
        while (at.isPresent()) {
            path.addFirst(at.get());
            at = Optional.ofNullable(at.get().parent()).flatMap(parent -> nearest(parent, day));
        }
        return path;
    }

    public Level childLevel(DivisionCode code) {
        var below = children.getOrDefault(code, List.of());
        return below.isEmpty() ? code.level().below() : below.getFirst().level();
    }

    /** Best first; each unit of today once, however many of its codes and names fit. */
    List<DivisionHit> search(DivisionQuery query, LocalDate today) {
        Map<DivisionCode, Ranked> best = new LinkedHashMap<>();
        for (var entry : entries) {
            int rank = query.rank(entry);
            if (rank > 0 && (query.level() == null || entry.division().level() == query.level())) {
                follow(entry.division().code(), today)
                        .ifPresent(unit ->
                                best.merge(unit.code(), new Ranked(unit, entry.division(), rank), Ranked::better));
            }
        }
        return best.values().stream()
                .sorted(Ranked.ORDER)
                .limit(query.limit())
                .map(r -> new DivisionHit(
                        r.unit(), path(r.unit(), today), r.unit().equals(r.by()) ? null : r.by()))
                .toList();
    }

    private record Ranked(Division unit, Division by, int rank) {

        static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::rank)
                .thenComparing(r -> r.unit().level())
                .thenComparing(r -> r.unit().code());

        /** The present name explains a hit better than an old one of the same rank. */
        static Ranked better(Ranked one, Ranked other) {
            if (one.rank != other.rank) {
                return one.rank < other.rank ? one : other;
            }
            return other.by.equals(other.unit) ? other : one;
        }
    }

    private NavigableMap<LocalDate, Entry> versionsOf(DivisionCode code) {
        return versions.getOrDefault(code, NEVER);
    }
}
