package org.rongyi.career.campaign.exam.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.exam.ExamBars;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Sitting;
import org.rongyi.career.campaign.exam.mark.ExamReviews;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一个人的考试: for himself, and for the counter and the office.
 *
 * @param own whether the reader is himself
 * @param entry none before he registered
 * @param bar none where nothing speaks against him
 * @param barGround its words
 * @param grounds to choose among; empty for who may not bar
 * @param lifted what once spoke against him, and why it does no more
 * @param mayLift whether the reader is one who may lift what speaks against him
 * @param mayAct whether the reader's unit runs the campaign
 */
public record ExamPersonPage(
        boolean own,
        CampaignRecord campaign,
        ExamPlan exam,
        Sitting sitting,
        Candidate whom,
        ExamEntries.@Nullable Entry entry,
        ExamBars.@Nullable Bar bar,
        String barGround,
        List<Fact> lifted,
        List<ExamReviews.Review> reviews,
        List<Option> grounds,
        boolean mayAct,
        boolean mayLift,
        Instant now,
        LocalDate today,
        Typed typed,
        FieldErrors errors,
        String refused)
        implements Page {

    public ExamPersonPage {
        lifted = List.copyOf(lifted);
        reviews = List.copyOf(reviews);
        grounds = List.copyOf(grounds);
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("campaign.exam.bars");
    }

    @Override
    public String title() {
        return own ? "考试" : whom.name() + "的考试";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs(campaign, own);
    }

    static List<Crumb> crumbs(CampaignRecord campaign, boolean own) {
        var name = campaign.plan().title();
        return own
                ? List.of(new Crumb("我的安置活动", "/me/campaigns"), new Crumb(name, "/me/campaigns/" + campaign.id()))
                : List.of(
                        new Crumb("阳光安置", "/campaigns"),
                        new Crumb(name, "/campaigns/" + campaign.id()),
                        new Crumb("考试", "/campaigns/" + campaign.id() + "/exam"));
    }

    public String path() {
        return own
                ? "/me/campaigns/" + campaign.id() + "/exam"
                : "/campaigns/" + campaign.id() + "/exam/people/" + whom.id();
    }

    public String lead() {
        return ExamFacts.standing(campaign, sitting);
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        if (entry != null) {
            facts.addAll(ExamFacts.entry(exam, sitting, entry));
        }
        facts.addAll(lifted);
        facts.addAll(ExamFacts.plan(campaign));
        return List.copyOf(facts);
    }

    /** Where he stands with it, in a sentence. */
    public String state() {
        if (whom.needsNoExam()) {
            return "不评分、最先选的，不用考试";
        }
        if (bar != null && bar.counts()) {
            return "不能报名。" + barGround + "：" + bar.reason();
        }
        if (entry != null) {
            return "已经报名，准考证号 " + entry.ticket();
        }
        if (now.isBefore(exam.opens())) {
            return "还没有开始报名";
        }
        return mayRegister() ? "还没有报名" + (whom.isExempt() ? "；最先选的依据核对了，就不用考试" : "") : "没有报名，考试按 0 分";
    }

    public boolean mayRegister() {
        return entry == null
                && !whom.needsNoExam()
                && (bar == null || !bar.counts())
                && campaign.isIn(CampaignStage.NOTICE)
                && !now.isBefore(exam.opens())
                && now.isBefore(exam.closes());
    }

    public boolean hasTicket() {
        return entry != null && sitting.drawn() != null;
    }

    public boolean mayBar() {
        return mayAct
                && !own
                && bar == null
                && !whom.needsNoExam()
                && campaign.isIn(CampaignStage.NOTICE)
                && sitting.closed() == null
                && now.isBefore(exam.closes());
    }

    public boolean mayCheckBar() {
        return mayAct
                && !own
                && bar != null
                && !bar.counts()
                && campaign.isIn(CampaignStage.NOTICE)
                && sitting.closed() == null;
    }

    public boolean mayLiftBar() {
        return mayAct && mayLift && campaign.isIn(CampaignStage.NOTICE) && sitting.closed() == null;
    }

    public boolean mayAskForReview() {
        var until = sitting.reviewUntil();
        return entry != null
                && !entry.absent()
                && until != null
                && campaign.calledOff() == null
                && sitting.settled() == null
                && !today.isAfter(until)
                && !subjects().isEmpty();
    }

    public boolean mayDecide() {
        return mayAct && !own && campaign.isIn(CampaignStage.NOTICE) && sitting.settled() == null;
    }

    /** Those nothing was asked about yet. */
    public List<Option> subjects() {
        return IntStream.rangeClosed(1, exam.subjects().size())
                .filter(number -> reviews.stream().noneMatch(one -> one.subject() == number))
                .mapToObj(number -> Option.of(
                        Integer.toString(number),
                        exam.subjects().get(number - 1).name()))
                .toList();
    }

    public String subject(ExamReviews.Review one) {
        return exam.subjects().get(one.subject() - 1).name();
    }

    /** How it was answered. */
    public String answer(ExamReviews.Review one) {
        return one.isOpen()
                ? "等答复"
                : Objects.requireNonNull(one.before()).toPlainString() + " 分，复核后 "
                        + Objects.requireNonNull(one.after()).toPlainString() + " 分。" + one.answer() + " 答复："
                        + one.decided();
    }

    public String value(String field) {
        return typed.value(field);
    }
}
