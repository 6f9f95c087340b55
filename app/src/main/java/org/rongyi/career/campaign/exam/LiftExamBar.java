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
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 撤销不能报名: it was entered for the wrong one, or the paper says something else. What nobody has checked anybody of the office takes back, whoever entered it
 * too; what counts a leader who neither entered nor checked it. The finding stays on record with the reason.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class LiftExamBar implements OfficeAct<LiftExamBar.Command, LiftExamBar.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamBars bars;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    LiftExamBar(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamEntries entries,
            ExamBars bars,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.entries = entries;
        this.bars = bars;
        this.secrets = secrets;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID campaign, UUID candidate, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param registered whether he is in, without doing anything himself */
        record Lifted(UUID subject, boolean registered) implements Outcome, Done {}

        /** Nothing speaks against him. */
        record NotFound() implements Outcome, Refused {}

        /** Rooms are set, or the campaign is called off. */
        record NotNow() implements Outcome, Refused {}

        /** It counts, and a leader lifts it. */
        record NotYours() implements Outcome, Refused {}

        /** It counts by his own word. */
        record SamePerson() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var whom = candidates
                .find(command.candidate())
                .filter(Candidate::takesPart)
                .filter(one -> one.campaign().equals(command.campaign()));
        exams.holdAlone(command.campaign());
        var bar = bars.find(command.candidate());
        if (found.isEmpty() || whom.isEmpty() || bar.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.NOTICE)
                || exams.find(command.campaign()).orElseThrow().closed() != null) {
            return new Outcome.NotNow();
        }
        if (bar.get().counts() && office.role() != Role.LEADER) {
            return new Outcome.NotYours();
        }
        if (bar.get().counts() && bar.get().isWordOf(office)) {
            return new Outcome.SamePerson();
        }
        if (command.reason().isBlank() || command.reason().length() > PlanExam.LONGEST) {
            return new Outcome.Wanting("reason", "请写明为什么撤销，不超过 100 字");
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Wanting("reason", secret.get().why());
        }
        audit.changed("不能报名的依据", bar.get().counts() ? "已核对" : "待另一人核对", "已撤销");
        bars.lift(command.candidate(), command.reason(), office);
        return new Outcome.Lifted(command.candidate(), putIn(found.get(), whom.get(), bar.get(), office));
    }

    /**
     * He stands as if it had never counted: a registration that was taken back is there again, and who could not register while registrations were taken is in
     * now; if he does not come, he has what he would have had without it.
     */
    private boolean putIn(CampaignRecord campaign, Candidate whom, ExamBars.Bar bar, Actor.Office by) {
        var exam = campaign.exam();
        boolean isOver = exam != null && !clock.instant().isBefore(exam.closes());
        if (!bar.counts() || whom.needsNoExam() || !bar.tookEntry() && !isOver) {
            return false;
        }
        entries.insert(whom, by.signed());
        return true;
    }
}
