package org.rongyi.care.fund.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.care.fund.ledger.Digest;

/**
 * 抽样: how many are drawn, and which. Pure: the same population and seed give the same sample, wherever it is run. In each stratum
 * those are drawn whose SM3 of {@code seed:id} comes first.
 */
public final class Drawing {

    private static final double WORST_CASE = 0.25; // p(1 - p) at p = 1/2

    private Drawing() {}

    /** Something that may be drawn, and where it belongs. */
    public record Unit(UUID id, String stratum) {}

    /**
     * How many: n₀ = z² p (1 − p) ÷ e² at p = ½, corrected for a finite population, n = n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up.
     *
     * @param confidence in per cent
     * @param margin in points of a hundred
     */
    public static int size(int population, int confidence, int margin) {
        double z = z(confidence);
        double error = margin / 100.0;
        double infinite = z * z * WORST_CASE / (error * error);
        return Math.min(population, (int) Math.ceil(infinite / (1 + (infinite - 1) / population) - 1e-9));
    }

    /** Which: in proportion to each stratum's share, one of each at least while there are enough. */
    public static Set<UUID> draw(Collection<Unit> population, int size, String seed) {
        var strata =
                population.stream().collect(Collectors.groupingBy(Unit::stratum, TreeMap::new, Collectors.toList()));
        var shares = shares(strata, size, population.size());
        var drawn = new HashSet<UUID>();
        strata.forEach((stratum, units) -> units.stream()
                .map(unit -> new Ranked(rank(seed, unit.id()), unit.id()))
                .sorted(Comparator.comparing(Ranked::rank).thenComparing(Ranked::id))
                .limit(shares.getOrDefault(stratum, 0))
                .forEach(ranked -> drawn.add(ranked.id())));
        return drawn;
    }

    private record Ranked(String rank, UUID id) {}

    private static String rank(String seed, UUID id) {
        return Digest.of((seed + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The largest remainders get what rounding leaves; the sum is the size. */
    private static Map<String, Integer> shares(Map<String, List<Unit>> strata, int size, int population) {
        var shares = new TreeMap<String, Integer>();
        boolean enough = size >= strata.size();
        strata.forEach((stratum, units) -> {
            int share = (int) ((long) size * units.size() / population);
            shares.put(stratum, enough ? Math.max(1, share) : share);
        });
        var byRemainder = new ArrayList<>(strata.entrySet());
        byRemainder.sort(Comparator.comparing((Map.Entry<String, List<Unit>> each) ->
                        -((long) size * each.getValue().size() % population))
                .thenComparing(Map.Entry::getKey));
        for (int i = 0; sum(shares) < size; i = (i + 1) % byRemainder.size()) {
            var each = byRemainder.get(i);
            int most = each.getValue().size();
            shares.computeIfPresent(each.getKey(), (s, many) -> Math.min(many + 1, most));
        }
        while (sum(shares) > size) { // one of each took more than its share: from the largest
            var largest =
                    shares.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            shares.put(largest.getKey(), largest.getValue() - 1);
        }
        return shares;
    }

    private static int sum(Map<String, Integer> shares) {
        return shares.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Digest of the population: who has the list knows that it is the one that was drawn from. */
    static String digest(List<Unit> population) {
        var text = new StringBuilder();
        population.stream()
                .sorted(Comparator.comparing(unit -> unit.id().toString()))
                .forEach(unit -> text.append(unit.id())
                        .append('\t')
                        .append(unit.stratum())
                        .append('\n'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The share of the normal distribution's middle: 1.96 for 95. Solved by halving; {@code erf} by its series. */
    static double z(int confidence) {
        double low = 0;
        double high = 5;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (erf(middle / Math.sqrt(2)) * 100 < confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 100; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }
}
