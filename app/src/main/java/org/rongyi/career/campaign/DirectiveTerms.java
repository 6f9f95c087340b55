package org.rongyi.career.campaign;

/**
 * 指令性分配照什么算: what parameters said on the day the group approved the plan. What they say afterwards, from whatever day on, touches no campaign
 * that is on notice: people were shown these, and the digest of all that goes into the run rests on them.
 *
 * @param home points for each step between home and post
 * @param spouse points for each step between the spouse and the post
 * @param priority what distance counts for who has priority, in percent; as for everybody where the plan gives no priority
 * @param ability points for each ability the post asks for and he does not name
 * @param waiting points for each half-year he has waited less than who has waited longest; what he pays for being new is the same at every post, so it
 *     never says where somebody goes, only who goes without where there are not enough seats
 * @param ahead half-years that who has priority counts as having waited more; none where the plan gives no priority
 * @param most pairs of a person and a post of one campaign; up to so many, all are reckoned with
 * @param near where these are more, of each person the cheapest posts
 * @param spread of each person, further posts
 * @param inText whether the plan's text says them: not where its digest was public before the text had these lines
 */
public record DirectiveTerms(
        int home,
        int spouse,
        int priority,
        int ability,
        int waiting,
        int ahead,
        int most,
        int near,
        int spread,
        boolean inText) {

    /** What distance counts for who has priority where the plan gives none, in percent. */
    public static final int LIKE_OTHERS = 100;

    /** Whether abilities or waiting count: in plans approved before they did, neither does, and their text is what it was. */
    public boolean goesBeyondDistance() {
        return ability > 0 || waiting > 0;
    }

    /** In words, as published. */
    public String words() {
        return "离安置地每远一级 " + home + " 分，离配偶每远一级 " + spouse + " 分（同镇街 0 级、同县 1 级、同市 2 级、跨市 3 级）；" + ofPriority()
                + beyond() + "总分最小。参加人数乘岗位数不超过 " + "%,d".formatted(most) + " 的，每人算全部岗位；超过的，每人算费用最低的 " + near
                + " 个，另加均匀分到的 "
                + spread + " 个";
    }

    private String ofPriority() {
        return priority == LIKE_OTHERS ? "" : "优先对象按 " + priority + "% 计；";
    }

    private String beyond() {
        return goesBeyondDistance()
                ? "岗位要的能力每缺一项加 " + ability + " 分；比等得最久的人每少等半年加 " + waiting
                        + " 分，从移交接收之日算到定名单之日，以前有指令性分配的活动没有安置上、或者单位拒收的，每次算多等半年"
                        + (ahead == 0 ? "" : "，优先对象算多等 " + ahead + " 个半年") + "；"
                : "";
    }
}
