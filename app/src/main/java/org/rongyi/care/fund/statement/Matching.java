package org.rongyi.care.fund.statement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final Set<Theirs> theirs;
    private final Set<Ours> ours;
    private final Map<UUID, List<UUID>> matched = new LinkedHashMap<>();

    private Matching(List<Theirs> theirs, List<Ours> ours) {
        this.theirs = new LinkedHashSet<>(theirs);
        this.ours = new LinkedHashSet<>(ours);
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
            var named = ours.stream()
                    .filter(one -> isNamed(one.payment(), line) && one.fen() == line.fen())
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
        var all = ours.stream()
                .filter(one -> isNamed(one.batch(), line) && Long.signum(one.fen()) == Long.signum(line.fen()))
                .toList();
        return all.stream().mapToLong(Ours::fen).sum() == line.fen() ? all : List.of();
    }

    private static boolean isNamed(@Nullable String number, Theirs line) {
        return number != null && line.note().contains(number);
    }

    private void byAmount(int apart) {
        var alike = ours.stream().collect(Collectors.groupingBy(Ours::fen));
        for (var line : List.copyOf(theirs)) {
            alike.getOrDefault(line.fen(), List.of()).stream()
                    .filter(one ->
                            ours.contains(one) && Math.abs(ChronoUnit.DAYS.between(one.on(), line.on())) == apart)
                    .min(Comparator.comparing(Ours::on))
                    .ifPresent(one -> take(line, List.of(one)));
        }
    }

    private void take(Theirs line, List<Ours> entries) {
        matched.put(line.line(), entries.stream().map(Ours::entry).toList());
        theirs.remove(line);
        entries.forEach(ours::remove);
    }
}
