package org.rongyi.career.campaign.wish.web;

import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.wish.Standings;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;

/**
 * 怎么排才不吃亏. Under the rules of the kernel nobody gains by a false order as long as the list may hold every post; a short list may run out
 * before a post is left, and then a safer post has to stand on it.
 *
 * @param isSafe whether honesty costs nothing, however many there are before him
 */
public record Advice(boolean isSafe, String words) {

    private static final String HONEST = "照自己真正的意愿排，最想去的放第一。把热门的往后挪，换不来更好的岗位。";

    /**
     * @param posts how many he may choose from
     * @param standing where he stands; none where it is not settled yet
     */
    static Advice of(CampaignPlan plan, int posts, Standings.@Nullable Standing standing) {
        if (plan.most() >= posts) {
            return new Advice(true, HONEST + "岗位可以全部排上，排得越全越不会落空。");
        }
        boolean byOrderAlone = plan.ways().getFirst() == Way.BY_SCORE && plan.priority() != Priority.RESERVED;
        if (byOrderAlone && standing != null && standing.latest() <= plan.most()) {
            return new Advice(
                    true,
                    HONEST + "在您前面最多 " + (standing.latest() - 1) + " 人，排满 " + standing.latest()
                            + " 个不同的、符合条件的岗位，总有一个轮得到您。");
        }
        return new Advice(
                false,
                "每人最多排 " + plan.most() + " 个，岗位有 " + posts + " 个：只排热门的，可能一个也轮不到。排上的几个之间，仍照真正的意愿排先后；但要有一两个把握大的在里面。");
    }
}
