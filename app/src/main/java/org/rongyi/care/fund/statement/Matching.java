package org.rongyi.care.fund.statement;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 勾对: which entries on 银行存款 a line of the bank's is. First by what the bank's note names, a payment or a whole batch; then by the same
 * amount on the same day; then by the same amount within some days, the nearest first. Each entry once.
 */
final class Matching {

    /** The bank may book a transfer some days after it was given. */
    static final int DAYS = 5;

    /** @param fen in above zero, out below */
    record Theirs(UUID line, LocalDate on, long fen, String note) {}

    /**
     * @param payment 拨付号 it was entered for
     * @param batch 批次号 of that payment
     */
    record Ours(
            UUID entry,
            LocalDate on,
            long fen,
            @Nullable String payment,
            @Nullable String batch) {}

    /** The same amount on the same day. */
    private record Sum(long fen, LocalDate on) {}

    private final Set<Theirs> theirs;
    private final Map<Ours, Integer> ours = new HashMap<>(); // and where it stands
    private final Named byPayment;
    private final Named byBatch;
    private final Map<Sum, Deque<Ours>> bySum;
    private final Map<UUID, List<UUID>> matched = new LinkedHashMap<>();

    private Matching(List<Theirs> theirs, List<Ours> ours) {
        this.theirs = new LinkedHashSet<>(theirs);
        ours.forEach(one -> this.ours.put(one, this.ours.size()));
        this.byPayment = new Named(ours, Ours::payment);
        this.byBatch = new Named(ours, Ours::batch);
        this.bySum = ours.stream()
                .collect(Collectors.groupingBy(
                        one -> new Sum(one.fen(), one.on()), Collectors.toCollection(ArrayDeque::new)));
    }

    /** Entries by a number a note may name. */
    private static final class Named {

        private final Map<String, List<Ours>> entries = new HashMap<>();
        private final Set<Integer> lengths = new TreeSet<>();

        Named(List<Ours> ours, Function<Ours, @Nullable String> number) {
            for (var one : ours) {
                var named = number.apply(one);
                if (named != null) {
                    entries.computeIfAbsent(named, key -> new ArrayList<>()).add(one);
                    lengths.add(named.length());
                }
            }
        }

        /** Those whose number stands somewhere in the note. */
        Stream<Ours> in(String note) {
            var found = new LinkedHashSet<Ours>();
            for (int length : lengths) {
                for (int start = 0; start + length <= note.length(); start++) {
                    found.addAll(entries.getOrDefault(note.substring(start, start + length), List.of()));
                }
            }
            return found.stream();
        }
    }

    /** The entries of each line that was recognised; those of the others are not in it. */
    static Map<UUID, List<UUID>> match(List<Theirs> theirs, List<Ours> ours) {
        var matching = new Matching(theirs, ours);
        matching.byNote();
        for (int apart = 0; apart <= DAYS; apart++) {
            matching.byAmount(apart);
        }
        return matching.matched;
    }

    private void byNote() {
        for (var line : List.copyOf(theirs)) {
            var named = waiting(byPayment, line)
                    .filter(one -> one.fen() == line.fen())
                    .findFirst()
                    .map(List::of)
                    .orElseGet(() -> ofBatch(line));
            if (!named.isEmpty()) {
                take(line, named);
            }
        }
    }

    /** All of a batch that is not accounted for yet, where it comes to the line's amount; else none of it. */
    private List<Ours> ofBatch(Theirs line) {
        var all = waiting(byBatch, line)
                .filter(one -> Long.signum(one.fen()) == Long.signum(line.fen()))
                .toList();
        return all.stream().mapToLong(Ours::fen).sum() == line.fen() ? all : List.of();
    }

    /** Those the note names that are no line's yet, in their order. */
    private Stream<Ours> waiting(Named named, Theirs line) {
        return named.in(line.note()).filter(ours::containsKey).sorted(Comparator.comparing(ours::get));
    }

    private void byAmount(int apart) {
        for (var line : List.copyOf(theirs)) {
            var before = first(line.fen(), line.on().minusDays(apart));
            var one = before != null ? before : first(line.fen(), line.on().plusDays(apart));
            if (one != null) {
                take(line, List.of(one));
            }
        }
    }

    /** The first of that amount and day that is no line's yet. */
    private @Nullable Ours first(long fen, LocalDate on) {
        var alike = bySum.getOrDefault(new Sum(fen, on), new ArrayDeque<>());
        while (!alike.isEmpty() && !ours.containsKey(alike.peekFirst())) {
            alike.removeFirst();
        }
        return alike.peekFirst();
    }

    private void take(Theirs line, List<Ours> entries) {
        matched.put(line.line(), entries.stream().map(Ours::entry).toList());
        theirs.remove(line);
        entries.forEach(ours::remove);
    }
}
