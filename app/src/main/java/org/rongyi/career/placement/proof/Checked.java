package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A campaign without contradictions, its posts and candidates numbered from 0 in the order of their ids: from here on no order of the input
 * can be seen.
 *
 * @param posts the posts by number
 * @param candidates the candidates by number
 * @param wishes by candidate, the posts' numbers
 * @param rankings by post, the candidates' numbers, or null
 * @param refused by post, the reasons by candidate
 */
record Checked(
        Campaign campaign,
        List<Campaign.Post> posts,
        List<Campaign.Candidate> candidates,
        int[][] wishes,
        int[] @Nullable [] rankings,
        List<Map<Integer, String>> refused,
        Pairs costs) {

    /**
     * The costs by candidate and post: of candidate {@code i} those from {@code start[i]} up to {@code start[i + 1]}.
     *
     * @param scale decimal places of the unit that all are whole numbers of
     * @param largest of their amounts, in units
     */
    record Pairs(int[] start, int[] post, long[] cost, int scale, long largest) {}

    /** @throws WrongCampaign with the place and the reason */
    static Checked of(Campaign campaign) {
        Checks.run(campaign);
        var posts = Form.sorted(campaign.posts(), Campaign.Post::id);
        var candidates = Form.sorted(campaign.candidates(), Campaign.Candidate::id);
        var postNumbers = Checks.numbers("posts", posts, Campaign.Post::id);
        var candidateNumbers = Checks.numbers("candidates", candidates, Campaign.Candidate::id);
        return new Checked(
                campaign,
                posts,
                candidates,
                candidates.stream()
                        .map(one -> numbers(one.wishes(), postNumbers))
                        .toArray(int[][]::new),
                posts.stream()
                        .map(one -> one.ranking() == null ? null : numbers(one.ranking(), candidateNumbers))
                        .toArray(int[][]::new),
                posts.stream().map(one -> refused(one, candidateNumbers)).toList(),
                pairs(campaign.costs(), candidateNumbers, postNumbers));
    }

    Campaign.Rules rules() {
        return campaign.rules();
    }

    boolean isRefused(int candidate, int post) {
        return refused.get(post).containsKey(candidate);
    }

    boolean hasPriority(int candidate) {
        return Form.hasPriority(rules(), candidates.get(candidate));
    }

    private static int[] numbers(List<String> ids, Map<String, Integer> numbers) {
        return ids.stream()
                .mapToInt(id -> Objects.requireNonNull(numbers.get(id)))
                .toArray();
    }

    private static Map<Integer, String> refused(Campaign.Post post, Map<String, Integer> candidates) {
        var refused = new HashMap<Integer, String>();
        post.refused().forEach((id, reason) -> refused.put(Objects.requireNonNull(candidates.get(id)), reason));
        return refused;
    }

    private static Pairs pairs(List<Campaign.Cost> costs, Map<String, Integer> candidates, Map<String, Integer> posts) {
        int scale = costs.stream()
                .mapToInt(pair -> Form.shortest(pair.cost()).scale())
                .max()
                .orElse(0);
        var order = new long[costs.size()];
        for (int i = 0; i < order.length; i++) {
            long candidate = Objects.requireNonNull(candidates.get(costs.get(i).candidate()));
            order[i] = (((candidate << Checks.ID_BITS)
                                    | Objects.requireNonNull(
                                            posts.get(costs.get(i).post())))
                            << Checks.INDEX_BITS)
                    | i;
        }
        Arrays.parallelSort(order);
        var start = new int[candidates.size() + 1];
        var post = new int[order.length];
        var cost = new long[order.length];
        long largest = 0;
        for (int at = 0; at < order.length; at++) {
            start[(int) (order[at] >> (Checks.ID_BITS + Checks.INDEX_BITS)) + 1]++;
            post[at] = (int) (order[at] >> Checks.INDEX_BITS) & ((1 << Checks.ID_BITS) - 1);
            cost[at] = units(
                    costs.get((int) order[at] & ((1 << Checks.INDEX_BITS) - 1)).cost(), scale);
            largest = Math.max(largest, Math.abs(cost[at]));
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return new Pairs(start, post, cost, scale, largest);
    }

    private static long units(BigDecimal cost, int scale) {
        return scale == 0 ? cost.longValueExact() : cost.movePointRight(scale).longValueExact();
    }
}
