package org.rongyi.career.placement.proof;

import java.util.List;
import java.util.Map;
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
 * @param direct by candidate, the post that is his before the ways begin; −1 for none
 */
record Checked(
        Campaign campaign,
        List<Campaign.Post> posts,
        List<Campaign.Candidate> candidates,
        int[][] wishes,
        int[] @Nullable [] rankings,
        List<Map<Integer, String>> refused,
        Pairs costs,
        int[] direct) {

    /**
     * The costs by candidate and post: of candidate {@code i} those from {@code start[i]} up to {@code start[i + 1]}.
     *
     * @param scale decimal places of the unit that all are whole numbers of
     * @param largest of their amounts, in units
     */
    record Pairs(int[] start, int[] post, long[] cost, int scale, long largest) {}

    /** @throws WrongCampaign with the place and the reason */
    static Checked of(Campaign campaign) {
        return Checks.run(campaign);
    }

    Campaign.Rules rules() {
        return campaign.rules();
    }

    boolean isRefused(int candidate, int post) {
        return refused.get(post).containsKey(candidate);
    }

    boolean isDirect(int candidate) {
        return direct[candidate] >= 0;
    }

    boolean hasPriority(int candidate) {
        return Form.hasPriority(rules(), candidates.get(candidate));
    }
}
