package org.rongyi.career.campaign.run;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.GroupCheck;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.group.MeetingKind;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.stereotype.Service;

/** 审定结果: the group approves the result as it came out; from then on it is public, by name until the notice's last day. It cannot be changed; a
 * score that was found wrong sets it aside. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ApproveResult implements OfficeAct<ApproveResult.Command, ApproveResult.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Runs runs;
    private final ScoreCascade cascade;
    private final ResultNotices notices;
    private final GroupBook book;
    private final GroupCheck check;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final AuditTrail audit;

    ApproveResult(
            PlacementCampaigns campaigns,
            Runs runs,
            ScoreCascade cascade,
            ResultNotices notices,
            GroupBook book,
            GroupCheck check,
            Policy policy,
            WorkingDays days,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.runs = runs;
        this.cascade = cascade;
        this.notices = notices;
        this.book = book;
        this.check = check;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
    }

    public record Command(CommandId id, UUID campaign, Held meeting) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Approved(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing waits for the group. */
        record NotNow() implements Outcome, Refused {}

        /** Who ran it does not enter the approval. */
        record SamePerson() implements Outcome, Refused {}

        /** @param reasons whose score was found wrong since it ran: it is set aside instead */
        record ScoreWrong(List<String> reasons) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var run = runs.valid(command.campaign()).filter(one -> !one.isApproved());
        if (!found.get().isIn(CampaignStage.RESULT) || run.isEmpty()) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(run.get().ranAccount())) {
            return new Outcome.SamePerson();
        }
        var wrong = cascade.of(found.get());
        if (!wrong.isClear()) {
            return new Outcome.ScoreWrong(wrong.reasons());
        }
        var wanting = check.wanting(found.get(), command.meeting(), run.get().ran());
        if (wanting.isPresent()) {
            return new Outcome.Wanting(wanting.get().field(), wanting.get().why());
        }
        book.keep(found.get(), MeetingKind.RESULT, command.meeting(), office);
        var today = divisions.today();
        var until = days.calendar().workingDaysAfter(today, policy.number(ResultPolicy.DAYS, today));
        runs.approve(run.get(), until, office);
        audit.changed("安置结果", "待审定", "已审定");
        audit.said("公示到", until);
        notices.hang(run.get().id(), until);
        return new Outcome.Approved(run.get().id());
    }
}
