package org.rongyi.career.placement.proof;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * 先后次序 of a campaign: who is exempt from scoring first; then, where the rule says so, who has priority; then the higher score; then the announced
 * ties; last the draw. Everybody's lot is drawn from the seed and his own number alone: another candidate more or less moves nobody's lot.
 *
 * @param from the candidates, the first first
 * @param turn by candidate, from 1
 */
record Order(int[] from, int[] turn) {

    static Order of(Checked in, String seed) {
        var key = Digests.bytes(seed);
        var lots = in.candidates().stream()
                .map(one -> Digests.keyed(key, one.id()))
                .toArray(byte[][]::new);
        var from = IntStream.range(0, lots.length)
                .boxed()
                .sorted(byRule(in).thenComparing(i -> lots[i], Arrays::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        var turn = new int[from.length];
        for (int at = 0; at < from.length; at++) {
            turn[from[at]] = at + 1;
        }
        return new Order(from, turn);
    }

    /** Exempt persons are equal to each other in everything but the draw. */
    private static Comparator<Integer> byRule(Checked in) {
        var rules = in.rules();
        Comparator<Integer> isExempt =
                Comparator.comparing(i -> !in.candidates().get(i).exempt());
        Comparator<Integer> hasPriority = Comparator.comparing(i -> !in.hasPriority(i));
        Comparator<Integer> scored = (a, b) -> 0;
        if (rules.priority() == Priority.FIRST) {
            scored = hasPriority;
        }
        scored = scored.thenComparing(
                i -> Objects.requireNonNull(in.candidates().get(i).score()), Comparator.reverseOrder());
        if (rules.priority() == Priority.TIES) {
            scored = scored.thenComparing(hasPriority);
        }
        for (var tie : rules.ties()) {
            scored = scored.thenComparing(
                    i -> Objects.requireNonNull(in.candidates().get(i).ties().get(tie)), Comparator.reverseOrder());
        }
        var rest = scored;
        return isExempt.thenComparing((a, b) -> in.candidates().get(a).exempt() ? 0 : rest.compare(a, b));
    }
}
