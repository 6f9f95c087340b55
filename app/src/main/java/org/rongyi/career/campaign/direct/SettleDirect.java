package org.rongyi.career.campaign.direct;

import java.util.UUID;
import java.util.stream.Stream;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 确定直通安置: by a leader who neither entered nor confirmed nor examined, when its notice is past and every objection is answered. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class SettleDirect implements OfficeAct<SettleDirect.Command, SettleDirect.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DirectApplications applications;
    private final DirectObjections objections;
    private final Refusals refusals;
    private final DirectRoom room;
    private final Divisions divisions;
    private final AuditTrail audit;

    SettleDirect(
            PlacementCampaigns campaigns,
            DirectApplications applications,
            DirectObjections objections,
            Refusals refusals,
            DirectRoom room,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.applications = applications;
        this.objections = objections;
        this.refusals = refusals;
        this.room = room;
        this.divisions = divisions;
    }

    public record Command(CommandId id, UUID application) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Settled(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing is shown, or the list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** The last day is not past. */
        record TooEarly() implements Outcome, Refused {}

        record ObjectionOpen() implements Outcome, Refused {}

        /** He entered, confirmed or examined it himself. */
        record SamePerson() implements Outcome, Refused {}

        /** All seats of the post are settled. */
        record NoSeat() implements Outcome, Refused {}

        /** @param why he may not have this post, found since */
        record NotQualified(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = applications.find(command.application()).flatMap(one -> campaigns.lock(one.campaign(), office));
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = applications.find(command.application()).orElseThrow();
        var until = one.noticeUntil();
        if (!campaign.get().isIn(CampaignStage.NOTICE)
                || one.state() != DirectState.SHOWN
                || until == null
                || !one.takesPart()) {
            return new Outcome.NotNow();
        }
        if (!until.isBefore(divisions.today())) {
            return new Outcome.TooEarly();
        }
        if (objections.of(one.id()).stream().anyMatch(DirectObjections.Objection::isOpen)) {
            return new Outcome.ObjectionOpen();
        }
        if (Stream.of(one.agreer(), one.confirmer(), one.examiner())
                .anyMatch(who -> who != null && office.speaksFor(who))) {
            return new Outcome.SamePerson();
        }
        var refused = refusals.of(one.campaign()).stream()
                .filter(each ->
                        each.candidate().equals(one.candidate()) && each.post().equals(one.post()))
                .findFirst();
        if (refused.isPresent()) {
            return new Outcome.NotQualified(refused.get().words());
        }
        if (!room.toSettle(campaign.get(), one)) {
            return new Outcome.NoSeat();
        }
        audit.changed("直通安置", one.state().zh(), DirectState.SETTLED.zh());
        return applications.settle(one.id(), office) ? new Outcome.Settled(one.id()) : new Outcome.NotNow();
    }
}
