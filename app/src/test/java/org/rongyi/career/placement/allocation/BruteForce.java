package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** The definitions, tried on every placement there is. A placement names a post for each candidate, −1 for none. */
final class BruteForce {

    private BruteForce() {}

    static List<int[]> placements(Problem problem) {
        var all = new ArrayList<int[]>();
        place(problem, new int[problem.candidates().size()], 0, all);
        return all;
    }

    private static void place(Problem problem, int[] so, int i, List<int[]> all) {
        if (i == so.length) {
            all.add(so.clone());
            return;
        }
        for (int post = -1; post < problem.posts().size(); post++) {
            so[i] = post;
            int here = post;
            long there = Arrays.stream(so, 0, i + 1).filter(one -> one == here).count();
            if (post < 0 || (there <= problem.posts().get(post).seats() && isPossible(problem, i, post))) {
                place(problem, so, i + 1, all);
            }
        }
    }

    private static boolean isPossible(Problem problem, int i, int post) {
        return isAcceptable(problem, i, post)
                && (problem.mechanism() == Mechanism.ASSIGNMENT
                        ? cost(problem, i, post) != null
                        : wish(problem, i, post) < Integer.MAX_VALUE);
    }

    static boolean isAcceptable(Problem problem, int i, int post) {
        var ranking = problem.posts().get(post).ranking();
        return ranking == null || Arrays.stream(ranking).anyMatch(one -> one == i);
    }

    static int wish(Problem problem, int i, int post) {
        var choices = problem.candidates().get(i).choices();
        for (int at = 0; at < choices.length; at++) {
            if (choices[at] == post) {
                return at;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Nobody would rather have a free seat, or one of somebody whom the post would rather let go. */
    static boolean isStable(Problem problem, int[] placement) {
        for (int i = 0; i < placement.length; i++) {
            for (int post = 0; post < problem.posts().size(); post++) {
                boolean wants = wish(problem, i, post)
                        < (placement[i] < 0 ? Integer.MAX_VALUE : wish(problem, i, placement[i]));
                if (wants && isAcceptable(problem, i, post) && gives(problem, placement, i, post)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean gives(Problem problem, int[] placement, int i, int post) {
        long there = Arrays.stream(placement).filter(one -> one == post).count();
        IntPredicate isBehind = other -> placement[other] == post && isAhead(problem, post, i, other);
        return there < problem.posts().get(post).seats()
                || java.util.stream.IntStream.range(0, placement.length).anyMatch(isBehind);
    }

    private static boolean isAhead(Problem problem, int post, int one, int other) {
        var ranking = problem.posts().get(post).ranking();
        if (ranking != null && problem.mechanism() == Mechanism.DEFERRED_ACCEPTANCE) {
            for (int i : ranking) {
                if (i == one || i == other) {
                    return i == one;
                }
            }
        }
        int by = problem.candidates()
                .get(one)
                .score()
                .compareTo(problem.candidates().get(other).score());
        return by > 0 || (by == 0 && one < other);
    }

    static BigDecimal cost(Problem problem, int i, int post) {
        return problem.costs().stream()
                .filter(pair -> pair.candidate() == i && pair.post() == post)
                .map(Problem.Cost::cost)
                .findFirst()
                .orElse(null);
    }

    /** Most placed, then the least cost, then the first by candidate and post, none after all posts. */
    static int[] cheapest(Problem problem) {
        Comparator<int[]> most = Comparator.comparingLong(
                placement -> Arrays.stream(placement).filter(one -> one < 0).count());
        return placements(problem).stream()
                .min(most.thenComparing(placement -> total(problem, placement)).thenComparing(BruteForce::byPosts))
                .orElseThrow();
    }

    private static BigDecimal total(Problem problem, int[] placement) {
        var total = BigDecimal.ZERO;
        for (int i = 0; i < placement.length; i++) {
            total = placement[i] < 0 ? total : total.add(cost(problem, i, placement[i]));
        }
        return total;
    }

    private static int byPosts(int[] one, int[] other) {
        for (int i = 0; i < one.length; i++) {
            int by = Integer.compareUnsigned(one[i], other[i]);
            if (by != 0) {
                return by;
            }
        }
        return 0;
    }
}
