package org.rongyi.career.campaign.exam;

import java.time.Clock;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记不能报名的: 粤军转组〔2012〕3号, and what the dated list names; it counts once another has checked it ({@link CheckExamBar}), and {@link LiftExamBar} takes
 * it back. Only while registrations are still to come or taken: afterwards he could not say a word against it in time.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class BarFromExam implements OfficeAct<BarFromExam.Command, BarFromExam.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamBars bars;
    private final Policy policy;
    private final Divisions divisions;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    BarFromExam(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamBars bars,
            Policy policy,
            Divisions divisions,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.bars = bars;
        this.policy = policy;
        this.divisions = divisions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param ground of the dated list */
    public record Command(CommandId id, UUID campaign, UUID candidate, String ground, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Barred(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The plan is not approved, registrations are taken no more, or the campaign is called off. */
        record NotNow() implements Outcome, Refused {}

        record AlreadyBarred() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var exam = found.map(CampaignRecord::exam).orElse(null);
        var whom = candidates
                .find(command.candidate())
                .filter(Candidate::takesPart)
                .filter(one -> one.campaign().equals(command.campaign()));
        if (found.isEmpty() || exam == null || whom.isEmpty()) {
            return new Outcome.NotFound();
        }
        var sitting = exams.find(command.campaign()).orElseThrow();
        if (!found.get().isIn(CampaignStage.NOTICE)
                || sitting.closed() != null
                || !clock.instant().isBefore(exam.closes())) {
            return new Outcome.NotNow();
        }
        if (bars.find(command.candidate()).isPresent()) {
            return new Outcome.AlreadyBarred();
        }
        if (policy.choices(ExamBars.GROUNDS, divisions.today()).stream()
                .noneMatch(one -> one.code().equals(command.ground()))) {
            return new Outcome.Wanting("ground", "请选择依据");
        }
        if (command.reason().isBlank() || command.reason().length() > PlanExam.LONGEST) {
            return new Outcome.Wanting("reason", "请写明凭哪份材料，不超过 100 字");
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Wanting("reason", secret.get().why());
        }
        audit.said("不能报名的依据", "待另一人核对");
        bars.insert(whom.get(), command.ground(), command.reason(), office);
        return new Outcome.Barred(command.candidate());
    }
}
