package org.rongyi.career.campaign.exam.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.exam.ExamBars;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.career.campaign.exam.RegisterForExam;
import org.rongyi.career.campaign.exam.mark.AskForReview;
import org.rongyi.career.campaign.exam.mark.ExamReviews;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;
import org.springframework.stereotype.Component;

/** The page of one person's exam, whoever reads it, and how his acts are refused, in words. */
@Component
class ExamPerson {

    private final PlacementCampaigns campaigns;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamBars bars;
    private final ExamReviews reviews;
    private final CampaignDesk desk;
    private final Policy policy;
    private final Divisions divisions;
    private final Clock clock;

    ExamPerson(
            PlacementCampaigns campaigns,
            Exams exams,
            ExamEntries entries,
            ExamBars bars,
            ExamReviews reviews,
            CampaignDesk desk,
            Policy policy,
            Divisions divisions,
            Clock clock) {
        this.campaigns = campaigns;
        this.exams = exams;
        this.entries = entries;
        this.bars = bars;
        this.reviews = reviews;
        this.desk = desk;
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    ExamPersonPage page(Actor actor, Candidate whom, Typed typed, FieldErrors errors, String refused) {
        var campaign = campaigns.find(whom.campaign()).orElseThrow(CampaignDesk::none);
        var exam = campaign.exam();
        if (exam == null) {
            throw CampaignDesk.none();
        }
        var bar = bars.find(whom.id()).orElse(null);
        var grounds = policy.choices(ExamBars.GROUNDS, divisions.today()).stream()
                .map(one -> Option.of(one.code(), one.zh()))
                .toList();
        return new ExamPersonPage(
                actor instanceof Actor.Self,
                campaign,
                exam,
                exams.find(campaign.id()).orElseThrow(CampaignDesk::none),
                whom,
                entries.find(whom.id()).orElse(null),
                bar,
                bar == null ? "" : policy.label(ExamBars.GROUNDS, bar.ground()),
                bars.lifted(whom.id()).stream()
                        .map(one -> Fact.of(
                                "登记过、已经撤销的",
                                policy.label(ExamBars.GROUNDS, one.ground()) + "：" + one.reason() + "。撤销：" + one.why()
                                        + "（" + one.by() + "）"))
                        .toList(),
                reviews.ofCandidate(whom.id()),
                grounds,
                actor instanceof Actor.Office office && desk.mayAct(campaign, office),
                bar != null
                        && actor instanceof Actor.Office reader
                        && (!bar.counts() || reader.role() == Role.LEADER && !bar.isWordOf(reader)),
                clock.instant(),
                divisions.today(),
                typed,
                errors,
                refused);
    }

    TicketPage ticket(Actor actor, Candidate whom) {
        var page = page(actor, whom, Typed.empty(), FieldErrors.none(), "");
        var entry = page.entry();
        if (entry == null || !page.hasTicket()) {
            throw CampaignDesk.none();
        }
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("姓名", whom.name()));
        facts.addAll(ExamFacts.entry(page.exam(), page.sitting(), entry).stream()
                .filter(one -> !one.label().equals("报名登记"))
                .limit(2)
                .toList());
        facts.addAll(when(page.campaign()));
        return new TicketPage(page.campaign(), page.path(), page.own(), facts);
    }

    private static List<Fact> when(CampaignRecord campaign) {
        return ExamFacts.plan(campaign).stream()
                .filter(one -> one.label().equals("考试"))
                .toList();
    }

    /** Why a registration was not taken. */
    static String refused(RegisterForExam.Outcome outcome) {
        return switch (outcome) {
            case RegisterForExam.Outcome.NotOpenYet() -> "还没有开始报名。";
            case RegisterForExam.Outcome.Closed() -> "报名已经截止，以服务器的时钟为准。";
            case RegisterForExam.Outcome.AlreadyIn() -> "已经报过名了，不用再报。";
            case RegisterForExam.Outcome.NeedsNoExam() -> "不评分、最先选的，不用考试。";
            case RegisterForExam.Outcome.BarredFromExam(var why) -> "不能报名。" + why + "。有不同意见的，请向主办单位提出。";
            case RegisterForExam.Outcome.Registered ignored -> "";
            case RegisterForExam.Outcome.NotFound() -> "";
        };
    }

    static FieldErrors refused(AskForReview.Outcome outcome) {
        return switch (outcome) {
            case AskForReview.Outcome.NotNow() -> FieldErrors.of("reason", "成绩还没有公布，或者申请复核的日子过了");
            case AskForReview.Outcome.AlreadyAsked() -> FieldErrors.of("subject", "这一科已经申请过复核");
            case AskForReview.Outcome.Wanting(var field, var why) -> FieldErrors.of(field, why);
            case AskForReview.Outcome.Asked ignored -> FieldErrors.none();
            case AskForReview.Outcome.NotFound() -> FieldErrors.none();
        };
    }

    static int subject(Typed typed) {
        return typed.value("subject").matches("[1-9]") ? Integer.parseInt(typed.value("subject")) : 0;
    }
}
