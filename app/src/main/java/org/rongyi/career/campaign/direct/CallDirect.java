package org.rongyi.career.campaign.direct;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 公开招人: for a published post, in a pilot, between the approval of the plan and the end of the notice, and so early that it and the notice of an agreement
 * are over before wishes are taken. Seats that are kept for who has priority are not called for.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CallDirect implements OfficeAct<CallDirect.Command, CallDirect.Outcome> {

    private static final int MOST_DAYS = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final DirectCalls calls;
    private final DirectRoom room;
    private final DirectPolicy policy;
    private final WorkingDays days;
    private final Divisions divisions;
    private final Written written;
    private final AuditTrail audit;

    CallDirect(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            DirectCalls calls,
            DirectRoom room,
            DirectPolicy policy,
            WorkingDays days,
            Divisions divisions,
            Written written,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.calls = calls;
        this.room = room;
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
        this.written = written;
    }

    /** @param days working days from the next one on */
    public record Command(CommandId id, UUID campaign, UUID post, int seats, String conditions, int days)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Called(UUID subject, LocalDate until) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The plan is not approved, or the list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** @param pilots where there is 直通安置 today */
        record NoPilot(String pilots) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var post = posts.find(command.post())
                .filter(one -> one.campaign().equals(command.campaign()))
                .filter(PlacementPost::published);
        if (found.isEmpty() || post.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        var today = divisions.today();
        var pilot = policy.pilot(campaign, today);
        if (pilot.isEmpty()) {
            return new Outcome.NoPilot(policy.pilots(today));
        }
        if (!campaign.isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        int free = room.toCall(campaign, post.get(), today);
        if (command.seats() < 1 || command.seats() > free) {
            return new Outcome.Wanting("seats", free < 1 ? "这个岗位没有可以招的位子了" : "请填 1 到 " + free + " 之间的人数，预留的、招着的除外");
        }
        var wrong = written.wrong("conditions", command.conditions(), Written.LONG, "请写明要什么条件的人，没有别的条件写“同岗位条件”");
        if (wrong.isPresent()) {
            return new Outcome.Wanting(wrong.get().field(), wrong.get().why());
        }
        return call(campaign, command, pilot.get(), today, office);
    }

    private Outcome call(CampaignRecord campaign, Command command, String pilot, LocalDate today, Actor.Office office) {
        int least = policy.callDays(today);
        if (command.days() < least || command.days() > MOST_DAYS) {
            return new Outcome.Wanting("days", "请填 " + least + " 到 " + MOST_DAYS + " 个工作日");
        }
        try {
            var until = days.calendar().workingDaysAfter(today, command.days());
            var over = days.calendar().workingDaysAfter(until, policy.noticeDays(today));
            if (campaign.plan()
                    .opens()
                    .isBefore(over.plusDays(1).atStartOfDay(ZONE).toInstant())) {
                return new Outcome.Wanting(
                        "days", "来不及：招到" + Words.day(until) + "，公示最早到" + Words.day(over) + "，填报志愿在这以前就开始了");
            }
            audit.said("公开招人", command.seats() + " 人，到 " + until);
            return new Outcome.Called(calls.insert(campaign, command, pilot, today, until, office), until);
        } catch (NoCalendar e) {
            return new Outcome.Wanting("days", e.year() + " 年的工作日历还没有载入，算不出招到哪天，请省厅先在“工作日历”里载入");
        }
    }
}
