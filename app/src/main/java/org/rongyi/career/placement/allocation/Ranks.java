package org.rongyi.career.placement.allocation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rank of a candidate at each post he wishes for: 1 is the best, 0 is not acceptable there.
 *
 * @param order the order by score; empty where it does not count
 * @param of by candidate and wish
 */
record Ranks(int[] order, int[][] of) {

    /** By the post's ranking, or by score where it has none. */
    static Ranks ofPosts(Problem problem) {
        return of(problem, true);
    }

    /** By score for all posts: the candidate's turn. */
    static Ranks ofTurns(Problem problem) {
        return of(problem, false);
    }

    private static Ranks of(Problem problem, boolean isByRanking) {
        var order = Scores.counts(problem) ? Scores.order(problem) : new int[0];
        var turn = new int[problem.candidates().size()];
        for (int at = 0; at < order.length; at++) {
            turn[order[at]] = at + 1;
        }
        var of = new int[problem.candidates().size()][];
        Arrays.setAll(of, i -> new int[problem.candidates().get(i).choices().length]);
        var wishes = Wishes.of(problem);
        var place = new int[problem.candidates().size()];
        for (int post = 0; post < problem.posts().size(); post++) {
            var ranking = problem.posts().get(post).ranking();
            mark(place, ranking, true);
            for (int at = wishes.start()[post]; at < wishes.start()[post + 1]; at++) {
                int i = wishes.candidate()[at];
                boolean isAcceptable = ranking == null || place[i] > 0;
                int rank = ranking != null && isByRanking ? place[i] : turn[i];
                of[i][wishes.wish()[at]] = isAcceptable ? rank : 0;
            }
            mark(place, ranking, false);
        }
        return new Ranks(order, of);
    }

    private static void mark(int[] place, int @Nullable [] ranking, boolean isOn) {
        for (int at = 0; ranking != null && at < ranking.length; at++) {
            place[ranking[at]] = isOn ? at + 1 : 0;
        }
    }

    /** All wishes by post: of {@code start[post]} up to {@code start[post + 1]}. */
    private record Wishes(int[] start, int[] candidate, int[] wish) {

        static Wishes of(Problem problem) {
            var start = new int[problem.posts().size() + 1];
            for (var candidate : problem.candidates()) {
                for (int post : candidate.choices()) {
                    start[post + 1]++;
                }
            }
            for (int post = 0; post + 1 < start.length; post++) {
                start[post + 1] += start[post];
            }
            var next = Arrays.copyOf(start, start.length);
            var candidates = new int[start[start.length - 1]];
            var wishes = new int[candidates.length];
            for (int i = 0; i < problem.candidates().size(); i++) {
                var choices = problem.candidates().get(i).choices();
                for (int wish = 0; wish < choices.length; wish++) {
                    int at = next[choices[wish]]++;
                    candidates[at] = i;
                    wishes[at] = wish;
                }
            }
            return new Wishes(start, candidates, wishes);
        }
    }
}
