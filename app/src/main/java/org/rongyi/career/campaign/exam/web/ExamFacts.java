package org.rongyi.career.campaign.exam.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Sitting;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/** An exam in words, the same for the office and for who sits it. */
final class ExamFacts {

    private ExamFacts() {}

    static List<Fact> plan(CampaignRecord campaign) {
        var exam = campaign.exam();
        return exam == null
                ? List.of()
                : List.of(
                        Fact.of("什么人考", exam.forWhom()),
                        Fact.of("总分", score(exam)),
                        Fact.of("报名", Words.moment(exam.opens()) + "起，到" + Words.moment(exam.closes()) + "为止"),
                        Fact.of("考试", Words.moment(exam.sits()) + "，" + exam.place()),
                        Fact.of("抽座位的来源", exam.sourceWords()),
                        Fact.of("阅卷", "两人各评各的，取平均；相差超过 " + exam.difference() + " 分的由第三人评，以第三人为准"),
                        Fact.of("申请复核", "成绩公布后 " + exam.reviewDays() + " 个工作日内"));
    }

    /** 档案分 × 60% + …. */
    private static String score(ExamPlan exam) {
        return ExamPlan.FILE + " × " + ExamForm.percent(exam.fileWeight()) + "% + "
                + exam.subjects().stream()
                        .map(one -> one.name() + "（满分 " + one.full() + "）× " + ExamForm.percent(one.weight()) + "%")
                        .collect(Collectors.joining(" + "))
                + "，不四舍五入；没有报名、缺考的，考试按 0 分";
    }

    /** How far it has come. */
    static String standing(CampaignRecord campaign, @Nullable Sitting sitting) {
        if (sitting == null) {
            return "方案里没有考试";
        }
        if (sitting.settled() != null) {
            return "成绩已经定下，进到总分里了";
        }
        if (sitting.revealed() != null) {
            return "成绩已经公布，到" + Words.day(java.util.Objects.requireNonNull(sitting.reviewUntil())) + "为止可以申请复核";
        }
        if (sitting.numbered() != null) {
            return "正在阅卷";
        }
        if (sitting.drawn() != null) {
            return "座位已经抽定，等着考试";
        }
        if (sitting.closed() != null) {
            return "报名已经截止，等来源公布抽座位";
        }
        var exam = campaign.exam();
        return exam == null || !campaign.isPublished()
                ? "方案审定以后开始报名"
                : "报名从" + Words.moment(exam.opens()) + "起，到" + Words.moment(exam.closes()) + "为止";
    }

    /** Of one who registered. */
    static List<Fact> entry(ExamPlan exam, Sitting sitting, ExamEntries.Entry entry) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("准考证号", Integer.toString(entry.ticket())));
        facts.add(Fact.of("报名登记", Words.moment(entry.at()) + "，" + entry.by()));
        var room = entry.room();
        facts.add(Fact.of(
                "座位", room == null ? "报名截止以后抽" : sitting.rooms().get(room - 1).name() + "，第 " + entry.seat() + " 座"));
        if (entry.absent()) {
            facts.add(Fact.of("缺考", "考试按 0 分"));
        }
        var points = entry.points();
        if (points != null) {
            for (int i = 0; i < points.size(); i++) {
                facts.add(Fact.of(
                        exam.subjects().get(i).name(),
                        points.get(i).stripTrailingZeros().toPlainString() + " 分（满分 "
                                + exam.subjects().get(i).full() + "）"));
            }
        }
        return List.copyOf(facts);
    }
}
