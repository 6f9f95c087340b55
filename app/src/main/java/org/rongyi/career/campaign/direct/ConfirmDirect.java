package org.rongyi.career.campaign.direct;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/** 核对意向: another looks at the same letter; from then on the agreement is shown for the day's working days, with who else applied. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmDirect implements OfficeAct<ConfirmDirect.Command, ConfirmDirect.Outcome> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PlacementCampaigns campaigns;
    private final DirectApplications applications;
    private final DirectPolicy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final AuditTrail audit;

    ConfirmDirect(
            PlacementCampaigns campaigns,
            DirectApplications applications,
            DirectPolicy policy,
            WorkingDays days,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.applications = applications;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
    }

    public record Command(CommandId id, UUID application) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param until the last day it is shown */
        record Confirmed(UUID subject, LocalDate until) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing waits, or the list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** He entered it himself. */
        record SamePerson() implements Outcome, Refused {}

        /** @param why it cannot be shown long enough before wishes are taken */
        record TooLate(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = applications.find(command.application()).flatMap(one -> campaigns.lock(one.campaign(), office));
        if (campaign.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = applications.find(command.application()).orElseThrow();
        if (!campaign.get().isIn(CampaignStage.NOTICE) || one.state() != DirectState.AGREED || !one.takesPart()) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(Objects.requireNonNull(one.agreer()))) {
            return new Outcome.SamePerson();
        }
        return show(campaign.get(), one, office);
    }

    private Outcome show(CampaignRecord campaign, DirectApplications.Application one, Actor.Office office) {
        var today = divisions.today();
        LocalDate until;
        try {
            until = days.calendar().workingDaysAfter(today, policy.noticeDays(today));
        } catch (NoCalendar e) {
            return new Outcome.TooLate(e.year() + " 年的工作日历还没有载入，算不出公示到哪天，请省厅先在“工作日历”里载入");
        }
        if (campaign.plan()
                .opens()
                .isBefore(until.plusDays(1).atStartOfDay(ZONE).toInstant())) {
            return new Outcome.TooLate("公示要到" + Words.day(until) + "，填报志愿在这以前就开始了，来不及了");
        }
        var others = applications.of(one.campaign()).stream()
                .filter(each -> each.call().equals(one.call()) && !each.id().equals(one.id()))
                .map(each -> NameMask.mask(each.name()))
                .collect(Collectors.joining("、"));
        audit.changed("直通安置", one.state().zh(), DirectState.SHOWN.zh());
        applications.confirm(one.id(), NameMask.mask(one.name()), others, today, until, office);
        return new Outcome.Confirmed(one.id(), until);
    }
}
