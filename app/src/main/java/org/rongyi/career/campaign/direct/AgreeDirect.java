package org.rongyi.career.campaign.direct;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 录入意向: from the unit's letter, signed by the person too, once the call is over, so that everybody had the same days. One agreement a person, and never
 * more than the call has seats, nor than all calls leave of the post. It counts when another has confirmed it ({@link ConfirmDirect}); until then it may be entered anew.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class AgreeDirect implements OfficeAct<AgreeDirect.Command, AgreeDirect.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DirectCalls calls;
    private final DirectApplications applications;
    private final DirectRoom room;
    private final Divisions divisions;
    private final Written written;
    private final AuditTrail audit;

    AgreeDirect(
            PlacementCampaigns campaigns,
            DirectCalls calls,
            DirectApplications applications,
            DirectRoom room,
            Divisions divisions,
            Written written,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.calls = calls;
        this.applications = applications;
        this.room = room;
        this.divisions = divisions;
        this.written = written;
    }

    /**
     * @param paper the number of the unit's letter
     * @param on its day
     * @param reason why he and no other, which is shown to everybody
     */
    public record Command(CommandId id, UUID application, String paper, LocalDate on, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** It waits for another. */
        record Agreed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Confirmed, withdrawn, refused, or the list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** Its last day is not past. */
        record CallNotOver() implements Outcome, Refused {}

        /** 资格审查 is still to come. */
        record NotExamined() implements Outcome, Refused {}

        /** All seats of the call are agreed on, or those of the post are agreed on or called for again. */
        record NoSeat() implements Outcome, Refused {}

        /** He has an agreement for another post. */
        record AlreadyAgreed() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("direct_agreement_once")
                ? new Outcome.AlreadyAgreed()
                : OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = applications.find(command.application()).flatMap(one -> campaigns.lock(one.campaign(), office));
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = applications.find(command.application()).orElseThrow();
        var call = calls.find(one.call()).orElseThrow();
        if (one.state() == DirectState.APPLIED) {
            return new Outcome.NotExamined();
        }
        boolean isReady = one.state() == DirectState.PASSED || one.state() == DirectState.AGREED;
        if (!campaign.get().isIn(CampaignStage.NOTICE) || !isReady || !one.takesPart()) {
            return new Outcome.NotNow();
        }
        if (call.isOpen(divisions.today())) {
            return new Outcome.CallNotOver();
        }
        var others = applications.of(one.campaign()).stream()
                .filter(each -> each.takesSeat() && !each.id().equals(one.id()))
                .toList();
        if (others.stream().anyMatch(each -> each.person().equals(one.person()))) {
            return new Outcome.AlreadyAgreed();
        }
        boolean isFull =
                others.stream().filter(each -> each.call().equals(call.id())).count() >= call.seats();
        if (isFull || !room.forAgreement(campaign.get(), one, divisions.today())) {
            return new Outcome.NoSeat();
        }
        return agree(one, command, office);
    }

    private Outcome agree(DirectApplications.Application one, Command command, Actor.Office office) {
        var wrong = written.wrong("paper", command.paper(), Written.SHORT, "请填写单位的函的文号")
                .or(() -> written.wrong("reason", command.reason(), Written.LONG, "请写明单位为什么要他，公示给大家看"));
        if (wrong.isPresent()) {
            return new Outcome.Wanting(wrong.get().field(), wrong.get().why());
        }
        if (command.on().isAfter(divisions.today())) {
            return new Outcome.Wanting("on", "函的日期不能在今天以后");
        }
        audit.changed("直通安置", one.state().zh(), DirectState.AGREED.zh());
        applications.agree(
                one.id(),
                command.paper().strip(),
                command.on(),
                command.reason().strip(),
                office);
        return new Outcome.Agreed(one.id());
    }
}
