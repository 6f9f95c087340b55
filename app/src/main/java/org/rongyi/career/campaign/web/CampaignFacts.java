package org.rongyi.career.campaign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/** A campaign in words, the same for the office and for the public. */
public final class CampaignFacts {

    private CampaignFacts() {}

    public static List<Fact> rules(CampaignRecord campaign) {
        var plan = campaign.plan();
        var exam = campaign.exam();
        return List.of(
                Fact.of("安置方式", WayWords.of(plan)),
                Fact.of(
                        "考试",
                        exam == null
                                ? "不考试，按档案分"
                                : exam.forWhom() + "，" + Words.moment(exam.sits()) + "，" + exam.place()
                                        + "；总分 = 各项得分按百分比相加："
                                        + exam.parts().stream()
                                                .map(part -> part.name() + " "
                                                        + part.weight()
                                                                .movePointRight(2)
                                                                .stripTrailingZeros()
                                                                .toPlainString()
                                                        + "%")
                                                .collect(Collectors.joining("，"))),
                Fact.of("积分选岗怎么选", byScore(campaign.selection())),
                Fact.of("优先安置", plan.priority().zh() + "；八一勋章、荣誉称号获得者最先选"),
                Fact.of(
                        "同分先后",
                        String.join("、", plan.ties().stream().map(Tie::zh).toList()) + "，再同的抽签"),
                wishes(campaign),
                Fact.of(
                        campaign.selection().takesLists() ? "填报志愿" : "网上申请",
                        Words.moment(plan.opens()) + "起，到" + Words.moment(plan.closes()) + "为止"),
                Fact.of("公示期", plan.noticeDays() + " 个工作日"),
                Fact.of("抽签的来源", String.join("；", plan.sources())),
                Fact.of("来源没有公布时", plan.silent()));
    }

    private static String byScore(Selection selection) {
        return switch (selection) {
            case Selection.Live live ->
                "现场选岗，" + Words.moment(live.startsAt()) + "起，每人 " + live.minutes() + " 分钟；"
                        + OnTimeout.valueOf(live.onTimeout()).zh()
                        + (live.absentSeconds() == null ? "" : "；点名未到的，轮到时等 " + live.absentSeconds() + " 秒");
            case Selection.Sealed _, Selection.Online _ -> "按封存的志愿";
        };
    }

    private static Fact wishes(CampaignRecord campaign) {
        return switch (campaign.selection()) {
            case Selection.Sealed _, Selection.Live _ ->
                Fact.of(
                        "志愿",
                        "每人 " + campaign.plan().least() + " 到 "
                                + campaign.plan().most() + " 个");
            case Selection.Online mutual -> online(mutual);
        };
    }

    private static Fact online(Selection.Online mutual) {
        return Fact.of(
                "网上双选",
                "每人申请 " + mutual.least() + " 到 " + mutual.most() + " 个机关、参公单位的岗位，事业单位和其他单位的不限；单位看申请"
                        + Words.moment(mutual.browseFrom()) + "起，到" + Words.moment(mutual.browseTo())
                        + "为止，不显示姓名；单位选定" + Words.moment(mutual.decideFrom()) + "起，到"
                        + Words.moment(mutual.decideTo()) + "为止，先选先定，选定不能改");
    }

    /**
     * Something to check with.
     *
     * @param what it is good for, in one sentence
     */
    public record Datum(String label, String value, String what) {}

    /** What was committed to, and what was revealed of it. */
    public static List<Datum> draw(CampaignRecord campaign) {
        var data = new ArrayList<Datum>();
        if (campaign.planDigest() != null) {
            data.add(new Datum("方案摘要（SM3）", campaign.planDigest(), "方案审定时公布，方案改一个字它就变了。"));
        }
        var digests = campaign.digests();
        if (digests != null) {
            data.add(new Datum("岗位摘要（SM3）", digests.posts(), "定名单时的岗位和人数，以后不能改。"));
            data.add(new Datum("名单的承诺（SM3）", digests.list(), "参加人和得分已经定下；用封着的盐盖住，谁也猜不出内容。"));
            data.add(new Datum("抽签以前的总承诺（SM3）", digests.draw(), "方案、岗位、名单合在一起，抽签以前就公布了。"));
            if (digests.closed() != null) {
                data.add(new Datum("运行以前的摘要（SM3）", digests.closed(), "开启以后、运行以前，进到运行里的全部材料。"));
            }
        }
        var corrected = campaign.corrected();
        if (corrected != null && corrected.digest() != null) {
            data.add(new Datum(
                    "更正的得分的摘要（SM3）",
                    corrected.digest(),
                    "定名单以后更正了 " + corrected.people() + " 人的得分；名单的承诺、抽签都不变，更正的另外公布，同样用盐盖住。"));
        }
        if (campaign.share() != null) {
            data.add(new Datum("主办单位在抽签里的一份", campaign.share(), "由封着的盐算出，和公开的数值一起定先后；盐一直封着，谁也不能拿它去试名单。"));
        }
        return List.copyOf(data);
    }
}
