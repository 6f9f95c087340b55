package org.rongyi.career.campaign.exam;

import java.util.UUID;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 核对不能报名的: from the same paper, by another. From then on it counts, and a registration made before is taken back until it is lifted. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CheckExamBar implements OfficeAct<CheckExamBar.Command, CheckExamBar.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamBars bars;
    private final AuditTrail audit;

    CheckExamBar(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamEntries entries,
            ExamBars bars,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.entries = entries;
        this.bars = bars;
    }

    public record Command(CommandId id, UUID campaign, UUID candidate) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Checked(UUID subject) implements Outcome, Done {}

        /** Nothing of his waits. */
        record NotFound() implements Outcome, Refused {}

        /** Registration is closed. */
        record NotNow() implements Outcome, Refused {}

        record SamePerson() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var whom = candidates
                .find(command.candidate())
                .filter(one -> one.campaign().equals(command.campaign()));
        exams.holdAlone(command.campaign());
        var bar = bars.find(command.candidate()).filter(one -> !one.counts());
        if (found.isEmpty() || whom.isEmpty() || bar.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().calledOff() != null
                || exams.find(command.campaign()).orElseThrow().closed() != null) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(bar.get().account())) {
            return new Outcome.SamePerson();
        }
        audit.changed("不能报名的依据", "待另一人核对", "已核对");
        bars.check(command.candidate(), entries.drop(command.candidate()), office);
        return new Outcome.Checked(command.candidate());
    }
}
