package org.rongyi.verifier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.verifier.Json.Obj;

/** What a directive round reckons with: of each candidate the posts that have a cost, and the costs in units of the smallest place. */
final class Costs {

    private static final List<String> COST = List.of("candidate", "post", "cost");

    /** By candidate. */
    final int[][] option;

    final long[][] cost;
    final long largest;
    private final int scale;
    private final Set<String> placed;

    /**
     * @param candidates their ids, in order
     * @param posts the same
     * @param placed who has a post before any round
     */
    Costs(List<?> costs, List<String> candidates, List<String> posts, Set<String> placed) {
        this.placed = placed;
        option = new int[candidates.size()][];
        cost = new long[candidates.size()][];
        if (costs instanceof Json.Passed passed
                && new PlainCosts(passed, candidates, posts, placed).read(option, cost)) {
            scale = 0;
            passed.isCanonical(true);
        } else {
            var amounts = amounts(costs, Fields.numbered("", candidates), Fields.numbered("", posts));
            scale = amounts.stream().mapToInt(BigDecimal::scale).max().orElse(0);
            units(amounts);
        }
        largest = Arrays.stream(cost)
                .flatMapToLong(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** Answers the amounts, in the order of candidates and posts, which is the one they must stand in. */
    private List<BigDecimal> amounts(List<?> costs, Map<String, Integer> candidates, Map<String, Integer> posts) {
        var amounts = new ArrayList<BigDecimal>();
        var next = new ArrayList<Integer>();
        long before = -1;
        int at = 0;
        for (int i = 0; i < option.length; i++) {
            next.clear();
            for (; at < costs.size(); at++) {
                var pair = pair(at, costs.get(at));
                int candidate = number(at, pair, "candidate", candidates);
                int post = number(at, pair, "post", posts);
                if (candidate > i) {
                    break;
                }
                if (((long) candidate << 32 | post) <= before) {
                    throw new Rejected(place(at), "应按人员、岗位排列，不得重复 · must stand in order, none twice");
                }
                if (placed.contains(pair.get("candidate"))) {
                    throw new Rejected(place(at) + ".candidate", "已有岗位 · has a post already");
                }
                before = (long) candidate << 32 | post;
                next.add(post);
                amounts.add(
                        pair.get("cost") instanceof BigDecimal whole && whole.scale() == 0
                                ? whole
                                : Fields.decimal(place(at) + ".cost", pair.get("cost")));
            }
            option[i] = next.stream().mapToInt(Integer::intValue).toArray();
        }
        return amounts;
    }

    /** Its place is put into words only where it is wrong: there are more of them than of anything else. */
    private static String place(int at) {
        return "input.costs[" + at + "]";
    }

    private static Obj pair(int at, Object value) {
        return value instanceof Obj pair && pair.keys().equals(COST)
                ? pair
                : Fields.object(place(at), value, COST.toArray(String[]::new));
    }

    private static int number(int at, Obj pair, String key, Map<String, Integer> numbers) {
        var known = numbers.get(pair.get(key));
        return known == null ? Fields.number(place(at) + "." + key, pair.get(key), numbers) : known;
    }

    private void units(List<BigDecimal> amounts) {
        int at = 0;
        try {
            for (int i = 0; i < option.length; i++) {
                cost[i] = new long[option[i].length];
                for (int k = 0; k < cost[i].length; k++) {
                    cost[i][k] = units(amounts.get(at));
                    if (Math.abs(cost[i][k]) > 1_000_000_000_000L) {
                        throw new ArithmeticException();
                    }
                    at++;
                }
            }
        } catch (ArithmeticException e) {
            throw new Rejected("input.costs[" + at + "].cost", "代价太大 · too large");
        }
    }

    long units(BigDecimal amount) {
        if (scale == 0) {
            return amount.longValueExact();
        }
        return amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** Writes an amount. */
    void write(Out out, long units) {
        if (scale == 0) {
            out.whole(units);
        } else {
            out.write(amount(units));
        }
    }

    BigDecimal amount(long units) {
        if (scale == 0) {
            return Fields.decimal(units);
        }
        return Problem.shortest(BigDecimal.valueOf(units, scale));
    }
}
