package org.rongyi.career.placement.allocation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a problem.
 *
 * @param seats how many seats all posts have together
 * @param placements one a candidate, in the order of the input
 * @param file assignments and transcript in canonical form, UTF-8; the same input gives the same bytes
 */
public record Allocation(Mechanism mechanism, long seats, List<Placement> placements, byte[] file) {

    /**
     * What a candidate got.
     *
     * @param post null for who got none
     * @param wish which of the own wishes it is, from 1; 0 where wishes play no part or none came true
     */
    public record Placement(String candidate, @Nullable String post, int wish) {}

    /**
     * Reads, allocates and writes it all down.
     *
     * @throws WrongForm when the input is not of the form of {@code docs/allocate.md}
     */
    public static Allocation of(byte[] input) {
        var problem = ProblemReader.read(input);
        return switch (problem.mechanism()) {
            case DEFERRED_ACCEPTANCE -> {
                var ranks = Ranks.ofPosts(problem);
                yield byWishes(problem, ranks, DeferredAcceptance.run(problem, ranks));
            }
            case SERIAL_DICTATORSHIP -> {
                var ranks = Ranks.ofTurns(problem);
                yield byWishes(problem, ranks, SerialDictatorship.run(problem, ranks));
            }
            case ASSIGNMENT -> byCosts(problem);
        };
    }

    private static Allocation byWishes(Problem problem, Ranks ranks, int[] wish) {
        var post = new int[wish.length];
        for (int i = 0; i < wish.length; i++) {
            post[i] = wish[i] < 0 ? -1 : problem.candidates().get(i).choices()[wish[i]];
        }
        return of(problem, post, wish, new WishTranscript(problem, ranks, wish, post));
    }

    private static Allocation byCosts(Problem problem) {
        var costs = Costs.of(problem);
        var result = CheapestAssignment.run(problem.seats(), costs);
        var post = result.post();
        for (int i = 0; i < post.length; i++) {
            post[i] = post[i] == problem.posts().size() ? -1 : post[i];
        }
        return of(problem, post, new int[0], new CostTranscript(problem, costs, post, result.price()));
    }

    private static Allocation of(Problem problem, int[] post, int[] wish, Transcript transcript) {
        var placements = IntStream.range(0, post.length)
                .mapToObj(i -> new Placement(
                        problem.candidates().get(i).id(),
                        post[i] < 0 ? null : problem.posts().get(post[i]).id(),
                        wish.length == 0 ? 0 : wish[i] + 1))
                .toList();
        return new Allocation(
                problem.mechanism(),
                problem.posts().stream().mapToLong(Problem.Post::seats).sum(),
                placements,
                transcript.answer(placements));
    }
}
