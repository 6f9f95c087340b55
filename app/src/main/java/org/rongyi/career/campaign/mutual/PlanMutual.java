package org.rongyi.career.campaign.mutual;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
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

/** 定网上双选的办法: with the plan, before the group approves it; afterwards nobody changes it. Only where 双向选择 is the first way. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class PlanMutual implements OfficeAct<PlanMutual.Command, PlanMutual.Outcome> {

    public static final int MOST = 50;

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final PlacementCampaigns campaigns;
    private final MutualPlans plans;
    private final AuditTrail audit;

    PlanMutual(PlacementCampaigns campaigns, MutualPlans plans, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.plans = plans;
    }

    /** @param rule null where it is not held online after all */
    public record Command(CommandId id, UUID campaign, Selection.@Nullable Online rule) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Planned(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The plan is approved, or called off. */
        record Frozen() implements Outcome, Refused {}

        /** 双向选择 is not the first way, what follows needs wishes, or seats are kept. */
        record CannotBeOnline() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    private static String words(Selection.Online rule) {
        return rule.least() + " 到 " + rule.most() + " 个，看申请 " + Words.moment(rule.browseFrom()) + "到"
                + Words.moment(rule.browseTo()) + "，选定 " + Words.moment(rule.decideFrom()) + "到"
                + Words.moment(rule.decideTo());
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
        var before = campaign.online().map(PlanMutual::words).orElse(null);
        var rule = command.rule();
        if (rule == null) {
            plans.unplan(campaign.id());
            audit.changed("网上双选", before, null);
            campaigns.wrote(campaign.id(), office);
            return new Outcome.Planned(campaign.id());
        }
        if (!campaign.plan().mayBeOnline()) {
            return new Outcome.CannotBeOnline();
        }
        var wanting = wanting(campaign, rule);
        if (wanting != null) {
            return wanting;
        }
        plans.plan(campaign, rule, office);
        audit.changed("网上双选", before, words(rule));
        campaigns.wrote(campaign.id(), office);
        return new Outcome.Planned(campaign.id());
    }

    private static Outcome.@Nullable Wanting wanting(CampaignRecord campaign, Selection.Online rule) {
        if (rule.least() < 1 || rule.most() < rule.least() || rule.most() > MOST) {
            return new Outcome.Wanting("most", "最少 1 个，最多 50 个，最多的不能比最少的少");
        }
        if (rule.browseFrom().isBefore(campaign.plan().closes())) {
            return new Outcome.Wanting("browseFromOn", "单位看申请，要在申请截止以后开始");
        }
        if (!rule.browseTo().isAfter(rule.browseFrom())) {
            return new Outcome.Wanting("browseToOn", "看申请的截止时间应在开始以后");
        }
        if (rule.decideFrom().isBefore(rule.browseTo())) {
            return new Outcome.Wanting("decideFromOn", "单位选定，要在看申请截止以后开始");
        }
        if (!rule.decideTo().isAfter(rule.decideFrom())
                || rule.decideTo().isAfter(campaign.plan().closes().plus(FARTHEST))) {
            return new Outcome.Wanting("decideToOn", "选定的截止时间应在开始以后、申请截止后一年以内");
        }
        return null;
    }
}
