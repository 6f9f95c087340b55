package org.rongyi.career.placement.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rongyi.career.placement.allocation.Problem.Candidate;

/** The order by score: the higher first, equal scores in the order of the candidates. */
final class Scores {

    private Scores() {}

    /** The candidates from first to last. Without scores all are equal. */
    static int[] order(Problem problem) {
        var candidates = problem.candidates();
        if (candidates.stream().anyMatch(candidate -> candidate.score() == null)) {
            return orderOfSome(candidates);
        }
        return sorted(IntStream.range(0, candidates.size()), candidates);
    }

    /** Who has no score is one the score does not count for, and comes after those it counts for. */
    private static int[] orderOfSome(List<Candidate> candidates) {
        var with = sorted(
                IntStream.range(0, candidates.size())
                        .filter(i -> candidates.get(i).score() != null),
                candidates);
        var without = IntStream.range(0, candidates.size())
                .filter(i -> candidates.get(i).score() == null)
                .toArray();
        return IntStream.concat(Arrays.stream(with), Arrays.stream(without)).toArray();
    }

    private static int[] sorted(IntStream some, List<Candidate> candidates) {
        return some.boxed()
                .sorted(Comparator.comparing((Integer i) -> java.util.Objects.requireNonNull(
                                candidates.get(i).score()))
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether a post is reached by score in this problem: then the order counts. */
    static boolean counts(Problem problem) {
        return switch (problem.mechanism()) {
            case SERIAL_DICTATORSHIP -> true;
            case DEFERRED_ACCEPTANCE -> problem.posts().stream().anyMatch(post -> post.ranking() == null);
            case ASSIGNMENT -> false;
        };
    }

    /**
     * Where the score counts for somebody, it must not be forgotten for him alone: all have one, or nobody has, and then the order of the
     * candidates decides.
     *
     * @throws WrongForm at the first without
     */
    static void requireAllOrNone(Problem problem) {
        int with = -1;
        int without = -1;
        for (int i = 0; i < problem.candidates().size(); i++) {
            if (countsFor(problem, problem.candidates().get(i))) {
                boolean has = problem.candidates().get(i).score() != null;
                with = has && with < 0 ? i : with;
                without = !has && without < 0 ? i : without;
            }
        }
        if (with >= 0 && without >= 0) {
            throw new WrongForm(
                    "candidates[" + without + "].score",
                    "没有填，而 candidates[" + with + "] 有 · missing, while candidates[" + with + "] has one");
        }
    }

    private static boolean countsFor(Problem problem, Candidate candidate) {
        return switch (problem.mechanism()) {
            case SERIAL_DICTATORSHIP -> true;
            case DEFERRED_ACCEPTANCE ->
                Arrays.stream(candidate.choices())
                        .anyMatch(post -> problem.posts().get(post).ranking() == null);
            case ASSIGNMENT -> false;
        };
    }
}
