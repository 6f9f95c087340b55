package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.rongyi.career.placement.allocation.Problem.Cost;

/**
 * The allowed pairs with their costs as whole numbers: of candidate {@code i} those from {@code start[i]} up to {@code start[i + 1]}, by post.
 *
 * @param scale decimal places of the unit that all costs are whole numbers of
 * @param unplaced what it costs to leave somebody without a post: more than any way of placing one more can ever cost
 */
public record Costs(int[] start, int[] post, long[] cost, int scale, long unplaced) {

    private static final BigInteger LARGEST = BigInteger.TEN.pow(12);

    static Costs of(Problem problem) {
        int scale = scale(problem.costs());
        var acceptable = Acceptable.of(problem);
        var start = new int[problem.candidates().size() + 1];
        long largest = 0;
        for (var pair : problem.costs()) {
            largest = Math.max(largest, Math.abs(units(pair.cost(), scale)));
            if (acceptable.holds(pair)) {
                start[pair.candidate() + 1]++;
            }
        }
        for (int i = 0; i + 1 < start.length; i++) {
            start[i + 1] += start[i];
        }
        var sorted = problem.costs().stream().filter(acceptable::holds).toArray(Cost[]::new);
        Arrays.sort(
                sorted,
                (a, b) -> a.candidate() == b.candidate()
                        ? Integer.compare(a.post(), b.post())
                        : Integer.compare(a.candidate(), b.candidate()));
        return new Costs(
                start,
                Arrays.stream(sorted).mapToInt(Cost::post).toArray(),
                Arrays.stream(sorted)
                        .mapToLong(pair -> units(pair.cost(), scale))
                        .toArray(),
                scale,
                2L * problem.candidates().size() * largest + 1);
    }

    int candidates() {
        return start.length - 1;
    }

    /** Sums of such costs stay exact in a long. */
    static void requireFit(List<Cost> costs) {
        int scale = scale(costs);
        for (int i = 0; i < costs.size(); i++) {
            var units = costs.get(i).cost().setScale(scale).unscaledValue().abs();
            if (units.compareTo(LARGEST) > 0) {
                throw new WrongForm(
                        "costs[" + i + "].cost",
                        "按全部代价中最小的位数计，最多 10^12 个单位 · at most 10^12 of the smallest place used by any cost");
            }
        }
    }

    private static int scale(List<Cost> costs) {
        return costs.stream().mapToInt(pair -> pair.cost().scale()).max().orElse(0);
    }

    private static long units(BigDecimal cost, int scale) {
        return cost.setScale(scale).unscaledValue().longValueExact();
    }

    /** Of an allowed pair. */
    public long at(int candidate, int to) {
        return cost[Arrays.binarySearch(post, start[candidate], start[candidate + 1], to)];
    }

    BigDecimal decimal(long units) {
        return decimal(units, scale);
    }

    /** In shortest plain form. */
    public static BigDecimal decimal(long units, int scale) {
        var shortest = BigDecimal.valueOf(units, scale).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Whoever a given ranking leaves out is not placed there at any cost. */
    private record Acceptable(BitSet[] by) {

        static Acceptable of(Problem problem) {
            var by = new BitSet[problem.posts().size()];
            for (int post = 0; post < by.length; post++) {
                var ranking = problem.posts().get(post).ranking();
                if (ranking != null) {
                    by[post] = new BitSet();
                    for (int candidate : ranking) {
                        by[post].set(candidate);
                    }
                }
            }
            return new Acceptable(by);
        }

        boolean holds(Cost pair) {
            return by[pair.post()] == null || by[pair.post()].get(pair.candidate());
        }
    }
}
