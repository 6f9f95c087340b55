package org.rongyi.career.campaign.exam.mark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.stereotype.Service;

/**
 * 公布成绩: once every paper has its marks; from then on none is taken, the numbers are opened, and each one sees his own. Done by a leader who has neither
 * numbered nor marked.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RevealMarks implements OfficeAct<RevealMarks.Command, RevealMarks.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamPapers papers;
    private final WorkingDays days;
    private final Divisions divisions;
    private final AuditTrail audit;

    RevealMarks(
            PlacementCampaigns campaigns,
            Exams exams,
            ExamEntries entries,
            ExamPapers papers,
            WorkingDays days,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.exams = exams;
        this.entries = entries;
        this.papers = papers;
        this.days = days;
        this.divisions = divisions;
    }

    public record Command(CommandId id, UUID campaign) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Revealed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Papers have no numbers yet, or the results are out. */
        record NotNow() implements Outcome, Refused {}

        /** He gave the numbers, or marked. */
        record TookPart() implements Outcome, Refused {}

        /** @param papers that want a mark */
        record StillMarking(long papers) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var sitting = exams.find(command.campaign());
        var exam = found.isEmpty() ? null : found.get().exam();
        if (exam == null || sitting.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.NOTICE) || !sitting.get().isMarking()) {
            return new Outcome.NotNow();
        }
        var owners = papers.owners(command.campaign());
        // one after the other, as EnterMark takes them: whoever is entering a mark has ended before
        owners.forEach(one -> papers.lock(command.campaign(), one.number()));
        var marks = papers.marksOf(command.campaign());
        boolean tookPart = office.speaksFor(sitting.get().numberedBy())
                || marks.values().stream().flatMap(List::stream).anyMatch(mark -> office.speaksFor(mark.marker()));
        if (tookPart) {
            return new Outcome.TookPart();
        }
        // after it: how many want a third mark would tell a marker what the other gave
        var progress = papers.progress(command.campaign());
        if (!progress.isComplete()) {
            return new Outcome.StillMarking(progress.papers() - progress.done());
        }
        var points = new HashMap<UUID, List<BigDecimal>>();
        for (var paper : owners) {
            var given = marks.getOrDefault(paper.paper(), List.of()).stream()
                    .map(ExamPapers.Mark::points)
                    .toList();
            points.computeIfAbsent(paper.candidate(), ignored -> nothing(exam))
                    .set(
                            paper.subject() - 1,
                            MarkRule.points(given, exam.difference()).orElseThrow());
            papers.reveal(paper);
        }
        return publish(found.get(), exam, points, office);
    }

    private Outcome publish(
            CampaignRecord campaign, ExamPlan exam, HashMap<UUID, List<BigDecimal>> points, Actor.Office by) {
        for (var entry : entries.of(campaign.id())) {
            entries.points(entry.id(), points.getOrDefault(entry.id(), nothing(exam)));
        }
        audit.changed("考试成绩", "评分中", "已公布");
        exams.revealed(campaign.id(), days.calendar().workingDaysAfter(divisions.today(), exam.reviewDays()), by);
        return new Outcome.Revealed(campaign.id());
    }

    private static List<BigDecimal> nothing(ExamPlan exam) {
        return new ArrayList<>(Collections.nCopies(exam.subjects().size(), BigDecimal.ZERO));
    }
}
