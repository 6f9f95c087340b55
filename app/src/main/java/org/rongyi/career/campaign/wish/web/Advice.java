package org.rongyi.career.campaign.wish.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.wish.Standings;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;

/**
 * 怎么排才不吃亏. One way by itself rewards nobody for a false order as long as the list may hold every post. Two things end that: a list that is too short
 * may run out before a post is left, and a later way may give what an earlier one refused, so that who takes less in the earlier one comes too soon.
 *
 * <p>A later way gives what an earlier one refused in two cases only. A unit in 双向选择 leaves somebody out, and its seat is free to the next way, which does
 * not ask the unit. And 指令性分配 opens the kept seats that are left to who has no priority. In 积分选岗 everything somebody was refused is full when it is his
 * turn, and stays full.
 *
 * @param isSafe whether honesty costs nothing, whatever the others do
 */
public record Advice(boolean isSafe, String title, String words) {

    private static final String HONEST = "照自己真正的意愿排，最想去的放第一。把热门的往后挪，换不来更好的岗位。";
    private static final String WAIT = "前面的方式里得了岗位，就不再参加后面的。所以只排最想去的、等后面的方式，有时反而更好，也可能最后什么都没有；别人的志愿谁也看不到，算不出哪样对您更好。";

    /**
     * Who asks.
     *
     * @param posts how many he may choose from
     * @param full how many of these have no seat left before the first way begins
     * @param standing where he stands; none where it is not settled yet
     */
    record Chooser(int posts, int full, boolean hasPriority, Standings.@Nullable Standing standing) {}

    static Advice of(CampaignPlan plan, Chooser who) {
        var ways = plan.ways().stream().dropWhile(way -> way == Way.DIRECTIVE).toList();
        if (ways.isEmpty()) {
            return safe("方案里只有" + Way.DIRECTIVE.zh() + "，按公布的费用算，不看志愿：怎么排都不影响结果。");
        }
        boolean holdsAll = plan.most() >= who.posts();
        var later = later(plan, ways, who);
        if (!later.isEmpty()) {
            return new Advice(
                    false, "后面还有方式，请先看明白", later + WAIT + (holdsAll ? "拿不准的，照真正的意愿全部排上，不会因为排少了而落空。" : few(plan, who)));
        }
        if (holdsAll) {
            return safe(HONEST + "岗位可以全部排上，排得越全越不会落空。");
        }
        var standing = who.standing();
        int enough = standing == null ? Integer.MAX_VALUE : standing.latest() + who.full();
        boolean byOrderAlone = plan.ways().getFirst() == Way.BY_SCORE && plan.priority() != Priority.RESERVED;
        if (byOrderAlone && standing != null && enough <= plan.most()) {
            return safe(HONEST + "在您前面最多 " + (standing.latest() - 1) + " 人"
                    + (who.full() == 0 ? "" : "，另有 " + who.full() + " 个岗位已经没有名额") + "，排满 " + enough
                    + " 个不同的、符合条件的岗位，总有一个轮得到您。");
        }
        return new Advice(false, "志愿个数有限，请留有余地", few(plan, who));
    }

    /** How a later way may give him what an earlier one refused; empty where none can. */
    private static String later(CampaignPlan plan, List<Way> ways, Chooser who) {
        var after = ways.subList(1, ways.size());
        if (ways.getFirst() == Way.TWO_SIDED && !after.isEmpty()) {
            return Way.TWO_SIDED.zh() + "里单位可以不排您；它没有招满的名额，还会用到后面的"
                    + after.stream().map(Way::zh).collect(Collectors.joining("、")) + "，那时不再问单位。";
        }
        boolean opens = plan.priority() == Priority.RESERVED && !who.hasPriority() && after.contains(Way.DIRECTIVE);
        return opens ? "预留给优先对象的名额，到" + Way.DIRECTIVE.zh() + "还有剩的，就对所有人放开。" : "";
    }

    private static Advice safe(String words) {
        return new Advice(true, "照真实的意愿排", words);
    }

    private static String few(CampaignPlan plan, Chooser who) {
        return "每人最多排 " + plan.most() + " 个，岗位有 " + who.posts() + " 个：只排热门的，可能一个也轮不到。排上的几个之间，仍照真正的意愿排先后；但要有一两个把握大的在里面。";
    }
}
