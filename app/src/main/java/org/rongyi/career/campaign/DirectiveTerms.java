package org.rongyi.career.campaign;

/**
 * 指令性分配照什么算: what parameters said on the day the group approved the plan. What they say afterwards, from whatever day on, touches no campaign
 * that is on notice: people were shown these, and the digest of all that goes into the run rests on them.
 *
 * @param home points for each step between home and post
 * @param spouse points for each step between the spouse and the post
 * @param priority what distance counts for who has priority, in percent
 * @param most pairs of a person and a post of one campaign; up to so many, all are reckoned with
 * @param near where these are more, of each person the cheapest posts
 * @param spread of each person, further posts
 * @param inText whether the plan's text says them: not where its digest was public before the text had these lines
 */
public record DirectiveTerms(int home, int spouse, int priority, int most, int near, int spread, boolean inText) {

    /** In words, as published. */
    public String words() {
        return "离安置地每远一级 " + home + " 分，离配偶每远一级 " + spouse + " 分（同镇街 0 级、同县 1 级、同市 2 级、跨市 3 级）；优先对象按 " + priority
                + "% 计；总分最小。参加人数乘岗位数不超过 " + "%,d".formatted(most) + " 的，每人算全部岗位；超过的，每人算费用最低的 " + near + " 个，另加均匀分到的 "
                + spread + " 个";
    }
}
