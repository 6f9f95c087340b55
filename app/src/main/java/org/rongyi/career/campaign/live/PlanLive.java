package org.rongyi.career.campaign.live;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.Selection;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/** 定现场选岗的办法: with the plan, before the group approves it; afterwards nobody changes it. Only where 积分选岗 is the first way. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class PlanLive implements OfficeAct<PlanLive.Command, PlanLive.Outcome> {

    public static final int MOST_MINUTES = 60;

    private static final int LEAST_ABSENT = 10;
    private static final int SECONDS = 60;

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final PlacementCampaigns campaigns;
    private final LiveSessions sessions;
    private final AuditTrail audit;

    PlanLive(PlacementCampaigns campaigns, LiveSessions sessions, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.sessions = sessions;
    }

    /**
     * @param minutes each one has
     * @param onTimeout null where nothing is chosen live after all
     * @param absentSeconds each one has who was absent at the roll-call; null where no roll is called
     * @param startsAt not before this instant, and that is behind the closing one of the wishes
     */
    public record Command(
            CommandId id,
            UUID campaign,
            int minutes,
            @Nullable OnTimeout onTimeout,
            @Nullable Integer absentSeconds,
            Instant startsAt)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Planned(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The plan is approved, or called off. */
        record Frozen() implements Outcome, Refused {}

        /** 积分选岗 is not the first way of the plan, or what follows it is not 指令性分配 alone. */
        record NotFirst() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.DRAFT)) {
            return new Outcome.Frozen();
        }
        var before = campaign.selection() instanceof Selection.Live ? "已定" : null;
        if (command.onTimeout() == null) {
            sessions.unplan(campaign.id());
            audit.changed("现场选岗", before, null);
            campaigns.wrote(campaign.id(), office);
            return new Outcome.Planned(campaign.id());
        }
        if (!campaign.plan().mayBeLive()) {
            return new Outcome.NotFirst();
        }
        if (command.minutes() < 1 || command.minutes() > MOST_MINUTES) {
            return new Outcome.Wanting("minutes", "每人的时间应在 1 到 60 分钟之间");
        }
        var absent = command.absentSeconds();
        if (absent != null && (absent < LEAST_ABSENT || absent > command.minutes() * SECONDS)) {
            return new Outcome.Wanting("absentSeconds", "点名未到的至少等 10 秒，不长于每人的时间；不点名的不填");
        }
        if (!command.startsAt().isAfter(campaign.plan().closes())
                || command.startsAt().isAfter(campaign.plan().closes().plus(FARTHEST))) {
            return new Outcome.Wanting("startsOn", "现场选岗在填报截止以后、一年以内开始");
        }
        audit.changed("现场选岗", before, "每人 " + command.minutes() + " 分钟，" + Words.moment(command.startsAt()) + "开始");
        sessions.plan(
                campaign.id(),
                campaign.code().value(),
                command.minutes(),
                command.onTimeout(),
                absent,
                command.startsAt(),
                office.signed());
        campaigns.wrote(campaign.id(), office);
        return new Outcome.Planned(campaign.id());
    }
}
