package org.rongyi.career.campaign.exam;

import java.time.Clock;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Service;

/** 报名考试: by himself or at the counter, between two instants of the server's clock; who may not is told why. */
@Service
@Allow(
        self = true,
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class RegisterForExam implements Act<RegisterForExam.Command, RegisterForExam.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamBars bars;
    private final Policy policy;
    private final Divisions divisions;
    private final Clock clock;
    private final AuditTrail audit;

    RegisterForExam(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamEntries entries,
            ExamBars bars,
            Policy policy,
            Divisions divisions,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.entries = entries;
        this.bars = bars;
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID candidate) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Registered(UUID subject, int ticket) implements Outcome, Done {}

        /** Nobody of the kind, not his, no exam, or he does not take part any more. */
        record NotFound() implements Outcome, Refused {}

        record NotOpenYet() implements Outcome, Refused {}

        record Closed() implements Outcome, Refused {}

        record AlreadyIn() implements Outcome, Refused {}

        /** Who is not scored chooses before all and needs no exam, once another has checked the ground. */
        record NeedsNoExam() implements Outcome, Refused {}

        /** @param why as two people have recorded it */
        record BarredFromExam(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("exam_entry_pkey") ? new Outcome.AlreadyIn() : Act.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = candidates.find(command.candidate()).filter(Candidate::takesPart);
        if (found.isEmpty()
                || actor instanceof Actor.Self self && !found.get().person().equals(self.person())) {
            return new Outcome.NotFound();
        }
        var whom = found.get();
        exams.hold(whom.campaign());
        var campaign = campaigns.find(whom.campaign()).filter(one -> one.exam() != null);
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!isOpen(campaign.get())) {
            return isEarly(campaign.get()) ? new Outcome.NotOpenYet() : new Outcome.Closed();
        }
        if (whom.needsNoExam()) {
            return new Outcome.NeedsNoExam();
        }
        var bar = bars.find(whom.id()).filter(ExamBars.Bar::counts);
        if (bar.isPresent()) {
            return new Outcome.BarredFromExam(words(bar.get()));
        }
        if (entries.find(whom.id()).isPresent()) {
            return new Outcome.AlreadyIn();
        }
        audit.said("考试", "已报名");
        return new Outcome.Registered(whom.id(), entries.insert(whom, by(actor)));
    }

    private String words(ExamBars.Bar bar) {
        return policy.choices(ExamBars.GROUNDS, divisions.today()).stream()
                        .filter(one -> one.code().equals(bar.ground()))
                        .map(one -> one.zh() + "：")
                        .findFirst()
                        .orElse("")
                + bar.reason();
    }

    private boolean isOpen(CampaignRecord campaign) {
        var exam = campaign.exam();
        var now = clock.instant();
        return exam != null
                && campaign.isIn(CampaignStage.NOTICE)
                && !now.isBefore(exam.opens())
                && now.isBefore(exam.closes());
    }

    private boolean isEarly(CampaignRecord campaign) {
        var exam = campaign.exam();
        return exam != null
                && campaign.calledOff() == null
                && campaign.stage().compareTo(CampaignStage.NOTICE) <= 0
                && clock.instant().isBefore(exam.opens());
    }

    private static String by(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.signed();
            case Actor.Self self -> self.name();
            default -> throw new IllegalStateException("only himself or the counter registers, says @Allow");
        };
    }
}
