package org.rongyi.career.campaign.exam.web;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.exam.Sitting;
import org.rongyi.career.campaign.exam.mark.ExamPapers;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;

/**
 * 考试, for the office that holds it.
 *
 * @param sitting none where the plan has no exam
 * @param registered how many are in
 * @param missing what is in the way of settling the points; none before they are out
 * @param valueIsOthers whether a colleague has entered what the source said
 * @param isDue whether the instant has come at which registration closes
 * @param isLeader whether the reader may publish results
 * @param refused why something could not be done that no field is to blame for; empty for nothing
 */
public record ExamPage(
        CampaignRecord campaign,
        @Nullable Sitting sitting,
        long registered,
        ExamPapers.Progress progress,
        List<String> missing,
        boolean valueIsOthers,
        boolean isDue,
        boolean mayAct,
        boolean isLeader,
        org.rongyi.platform.ui.Typed typed,
        FieldErrors errors,
        String refused)
        implements Page {

    public ExamPage {
        missing = List.copyOf(missing);
    }

    @Override
    public Set<String> restsOn() {
        return Set.of(
                "campaign.exam.file.percent",
                "campaign.exam.difference",
                "campaign.exam.review.days",
                "campaign.exam.marking.days");
    }

    @Override
    public String title() {
        return "考试";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/exam";
    }

    public String lead() {
        return ExamFacts.standing(campaign, sitting);
    }

    public List<Fact> facts() {
        return ExamFacts.plan(campaign);
    }

    public boolean mayPlan() {
        return mayAct && campaign.isIn(CampaignStage.DRAFT);
    }

    /** Whether it goes on and the reader runs it. */
    private boolean goesOn() {
        return mayAct && sitting != null && campaign.isIn(CampaignStage.NOTICE);
    }

    public boolean mayClose() {
        return isRegistering() && isDue;
    }

    public boolean closesLater() {
        return isRegistering() && !isDue;
    }

    private boolean isRegistering() {
        return goesOn() && sitting != null && sitting.closed() == null;
    }

    public boolean mayDraw() {
        return goesOn() && sitting != null && sitting.closed() != null && sitting.drawn() == null;
    }

    /** Where the plan promises the first issue; whoever types it after a colleague reads what he wrote. */
    public boolean asksWhyLater() {
        var exam = campaign.exam();
        return exam != null && exam.issueInText() && !(valueIsOthers && sitting != null && sitting.later() != null);
    }

    public boolean mayNumber() {
        return goesOn() && sitting != null && sitting.drawn() != null;
    }

    public boolean mayMark() {
        return sitting != null && sitting.isMarking() && campaign.isIn(CampaignStage.NOTICE);
    }

    public boolean mayReveal() {
        return goesOn() && mayMark() && isLeader;
    }

    public boolean maySettle() {
        return goesOn() && sitting != null && sitting.revealed() != null && sitting.settled() == null;
    }

    public List<Integer> subjects() {
        return IntStream.rangeClosed(1, ExamPlan.MOST_SUBJECTS).boxed().toList();
    }

    public String value(String field) {
        return typed.value(field);
    }
}
