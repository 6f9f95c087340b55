package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be allocated, checked and with names resolved: posts and candidates are numbered from 0 in the order of the input, which
 * is the last tie-break of every rule.
 *
 * @param costs the allowed pairs of {@link Mechanism#ASSIGNMENT}, in the order of the input
 */
record Problem(Mechanism mechanism, List<Post> posts, List<Candidate> candidates, List<Cost> costs) {

    /** By post. */
    int[] seats() {
        return posts.stream().mapToInt(Post::seats).toArray();
    }

    /** By candidate. */
    int[][] choices() {
        return candidates.stream().map(Candidate::choices).toArray(int[][]::new);
    }

    /**
     * @param seats how many may be placed here, 0 or more
     * @param ranking the candidates acceptable here, the best first; null where the score orders them and all are acceptable
     */
    record Post(String id, int seats, int @Nullable [] ranking) {}

    /**
     * @param score the higher the earlier; null when no score is given
     * @param choices posts, the best first
     */
    record Candidate(String id, @Nullable BigDecimal score, int[] choices) {}

    /** @param cost in its shortest plain form, may be negative */
    record Cost(int candidate, int post, BigDecimal cost) {}
}
