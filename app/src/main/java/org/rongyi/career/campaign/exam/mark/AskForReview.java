package org.rongyi.career.campaign.exam.mark;

import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 申请复核成绩: by himself or at the counter, until the announced working day, once for each subject. */
@Service
@Allow(
        self = true,
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
public class AskForReview implements Act<AskForReview.Command, AskForReview.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamReviews reviews;
    private final Divisions divisions;
    private final Secrets secrets;
    private final AuditTrail audit;

    AskForReview(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamEntries entries,
            ExamReviews reviews,
            Divisions divisions,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.entries = entries;
        this.reviews = reviews;
        this.divisions = divisions;
        this.secrets = secrets;
    }

    /** @param subject from 1 */
    public record Command(CommandId id, UUID candidate, int subject, String reason) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Asked(UUID subject) implements Outcome, Done {}

        /** Nobody of the kind, not his, or he did not sit. */
        record NotFound() implements Outcome, Refused {}

        /** The results are not out, or the last day is past. */
        record NotNow() implements Outcome, Refused {}

        record AlreadyAsked() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("exam_review_candidate_id_subject_key")
                ? new Outcome.AlreadyAsked()
                : Act.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = candidates.find(command.candidate()).filter(Candidate::takesPart);
        if (found.isEmpty()
                || actor instanceof Actor.Self self && !found.get().person().equals(self.person())) {
            return new Outcome.NotFound();
        }
        var whom = found.get();
        // what is settled alone is read behind it
        exams.hold(whom.campaign());
        var campaign = campaigns.find(whom.campaign());
        var exam = campaign.isEmpty() ? null : campaign.get().exam();
        var entry = entries.find(whom.id()).filter(one -> !one.absent());
        if (exam == null || entry.isEmpty()) {
            return new Outcome.NotFound();
        }
        var sitting = exams.find(whom.campaign()).orElseThrow();
        var until = sitting.reviewUntil();
        if (until == null
                || sitting.settled() != null
                || campaign.get().calledOff() != null
                || divisions.today().isAfter(until)) {
            return new Outcome.NotNow();
        }
        if (command.subject() < 1 || command.subject() > exam.subjects().size()) {
            return new Outcome.Wanting("subject", "请选择复核哪一科");
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.Wanting("reason", "请写明为什么申请复核，不超过 200 字");
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Wanting("reason", secret.get().why());
        }
        audit.said("申请复核", "第 " + command.subject() + " 科");
        return new Outcome.Asked(reviews.insert(whom, command.subject(), command.reason(), by(actor)));
    }

    private static String by(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.signed();
            case Actor.Self self -> self.name();
            default -> throw new IllegalStateException("only himself or the counter asks, says @Allow");
        };
    }
}
