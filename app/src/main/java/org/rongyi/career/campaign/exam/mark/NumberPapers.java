package org.rongyi.career.campaign.exam.mark;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 登记缺考，试卷编号: after the exam has begun, once. Whoever does it knows whose each paper is, and never marks one. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class NumberPapers implements OfficeAct<NumberPapers.Command, NumberPapers.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamPapers papers;
    private final Clock clock;
    private final AuditTrail audit;

    NumberPapers(
            PlacementCampaigns campaigns,
            Exams exams,
            ExamEntries entries,
            ExamPapers papers,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.exams = exams;
        this.entries = entries;
        this.papers = papers;
        this.clock = clock;
    }

    /** @param absent candidates who did not sit */
    public record Command(CommandId id, UUID campaign, List<UUID> absent) implements OfficeAct.Command {
        public Command {
            absent = List.copyOf(absent);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Numbered(UUID subject, int papers) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The seats are not drawn, or it is done. */
        record NotNow() implements Outcome, Refused {}

        /** The exam has not begun. */
        record TooEarly() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var sitting = exams.find(command.campaign());
        var exam = found.isEmpty() ? null : found.get().exam();
        if (exam == null || sitting.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.NOTICE)
                || sitting.get().drawn() == null
                || sitting.get().numbered() != null) {
            return new Outcome.NotNow();
        }
        if (clock.instant().isBefore(exam.sits())) {
            return new Outcome.TooEarly();
        }
        var all = entries.of(command.campaign());
        if (!all.stream().map(ExamEntries.Entry::id).toList().containsAll(command.absent())) {
            return new Outcome.NotFound();
        }
        entries.absent(command.campaign(), command.absent());
        var present = all.stream()
                .sorted(Comparator.comparing(ExamEntries.Entry::ticket))
                .map(ExamEntries.Entry::id)
                .filter(one -> !command.absent().contains(one))
                .toList();
        papers.number(found.get(), present, exam.subjects().size());
        audit.said("试卷编号", present.size() + " 人，缺考 " + command.absent().size() + " 人");
        exams.numbered(command.campaign(), office);
        return new Outcome.Numbered(
                command.campaign(), present.size() * exam.subjects().size());
    }
}
