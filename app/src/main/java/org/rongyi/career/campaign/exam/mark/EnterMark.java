package org.rongyi.career.campaign.exam.mark;

import java.math.BigDecimal;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 评分: a paper by its number. Two mark it who see neither name nor the other's mark; where they are farther apart than the plan allows a third one does, and his
 * stands. Markers may come from the office above as well. Who gave the numbers never marks, nor do the leaders of the unit: one of them publishes the results and
 * must have marked nothing.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class EnterMark implements OfficeAct<EnterMark.Command, EnterMark.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Exams exams;
    private final ExamPapers papers;
    private final AuditTrail audit;

    EnterMark(PlacementCampaigns campaigns, Exams exams, ExamPapers papers, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.exams = exams;
        this.papers = papers;
    }

    /** @param points of the subject's full marks */
    public record Command(CommandId id, UUID campaign, String paper, BigDecimal points) implements OfficeAct.Command {}

    /** How it ends. It never says what another gave, nor whether a third is asked. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the campaign */
        record Entered(UUID subject) implements Outcome, Done {}

        /** No such campaign. */
        record NotFound() implements Outcome, Refused {}

        /** Papers have no numbers yet, or the results are out. */
        record NotNow() implements Outcome, Refused {}

        /** He gave the numbers. */
        record KnowsNames() implements Outcome, Refused {}

        /** A leader of the unit that runs the campaign. */
        record PublishesResults() implements Outcome, Refused {}

        /** He marked it before. */
        record AlreadyMarked() implements Outcome, Refused {}

        /** It has all its marks. */
        record NotWanted() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.find(command.campaign(), office.scope());
        var sitting = exams.find(command.campaign());
        var exam = found.isEmpty() ? null : found.get().exam();
        if (exam == null || sitting.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (office.speaksFor(sitting.get().numberedBy())) {
            return new Outcome.KnowsNames();
        }
        if (leads(found.get(), office)) {
            return new Outcome.PublishesResults();
        }
        var paper = papers.lock(command.campaign(), command.paper());
        if (paper.isEmpty()) {
            return new Outcome.Wanting("paper", "没有这个编号的试卷，请照卷面上的编号填");
        }
        // behind the lock of the paper: the results come out alone, and the numbers may just have been given
        var now = exams.find(command.campaign()).orElseThrow();
        if (office.speaksFor(now.numberedBy())) {
            return new Outcome.KnowsNames();
        }
        if (!found.get().isIn(CampaignStage.NOTICE) || !now.isMarking()) {
            return new Outcome.NotNow();
        }
        return mark(found.get(), exam, paper.get(), command.points(), office);
    }

    /** Whether he is of those who may publish the results. */
    public static boolean leads(CampaignRecord campaign, Actor.Office one) {
        return one.role() == Role.LEADER && campaign.unit().equals(one.unit());
    }

    private Outcome mark(
            CampaignRecord campaign, ExamPlan exam, ExamPapers.Paper paper, BigDecimal points, Actor.Office by) {
        int full = exam.subjects().get(paper.subject() - 1).full();
        if (points.signum() < 0 || points.scale() > 1 || points.compareTo(BigDecimal.valueOf(full)) > 0) {
            return new Outcome.Wanting("points", "分数应在 0 到 " + full + " 之间，最多一位小数");
        }
        var marks = papers.marks(paper.id());
        if (marks.stream().anyMatch(mark -> by.speaksFor(mark.marker()))) {
            return new Outcome.AlreadyMarked();
        }
        if (marks.size() >= (paper.differs() ? MarkRule.MARKERS + 1 : MarkRule.MARKERS)) {
            return new Outcome.NotWanted();
        }
        audit.unsaid("评分");
        papers.mark(campaign, paper, marks.size() + 1, points, by);
        if (marks.size() == 1 && MarkRule.isApart(marks.getFirst().points(), points, exam.difference())) {
            papers.differs(paper.id());
        }
        return new Outcome.Entered(campaign.id());
    }
}
