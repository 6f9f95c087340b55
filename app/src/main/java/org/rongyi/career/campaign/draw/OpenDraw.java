package org.rongyi.career.campaign.draw;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.Entering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.campaign.ranking.Rankings;
import org.rongyi.career.placement.proof.Commitment;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 开启抽签: the lists of wishes are open and every source was confirmed or passed over. The office's share in
 * the seed becomes public, and with it the digest of all that goes into the run; the salt stays under seal.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class OpenDraw implements OfficeAct<OpenDraw.Command, OpenDraw.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DrawSources sources;
    private final WishLists wishes;
    private final Rankings rankings;
    private final Assembly assembly;
    private final Secrecies secrecies;
    private final CampaignStages stages;
    private final Clock clock;
    private final AuditTrail audit;

    OpenDraw(
            PlacementCampaigns campaigns,
            DrawSources sources,
            WishLists wishes,
            Rankings rankings,
            Assembly assembly,
            Secrecies secrecies,
            CampaignStages stages,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.sources = sources;
        this.wishes = wishes;
        this.rankings = rankings;
        this.assembly = assembly;
        this.secrecies = secrecies;
        this.stages = stages;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID campaign) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Opened(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        record NotNow() implements Outcome, Refused {}

        /** @param reasons what has to come first */
        record StillOpen(List<String> reasons) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.WISHES)) {
            return new Outcome.NotNow();
        }
        var open = missing(campaign);
        if (!open.isEmpty()) {
            return new Outcome.StillOpen(open);
        }
        audit.changed("活动阶段", CampaignStage.WISHES.zh(), CampaignStage.OPENED.zh());
        wishes.lock(campaign);
        var salt = secrecies.salt(campaign.id());
        var whole = assembly.whole(campaign, salt, secrecies.nonces(campaign.id()), wishes.of(campaign));
        stages.enter(campaign, new Entering.Opened(Commitment.share(salt), Commitment.closed(whole), office));
        return new Outcome.Opened(campaign.id());
    }

    /** What has to come before the draw may be opened. */
    public List<String> missing(CampaignRecord campaign) {
        var reasons = new ArrayList<String>();
        if (clock.instant().isBefore(campaign.plan().closes())) {
            reasons.add("填报志愿还没有截止");
        }
        if (!wishes.areOpen(campaign)) {
            reasons.add(campaign.selection().takesLists() ? "志愿还没有由两名保管人开启" : "网上双选还没有到选定截止的时间");
        }
        reasons.addAll(rankings.waiting(campaign.id()));
        var all = sources.of(campaign.id());
        all.stream()
                .filter(source -> !source.isConfirmed())
                .forEach(source -> reasons.add("来源“" + source.name() + "”的数值还没有录入、核对"));
        if (reasons.isEmpty() && all.stream().map(DrawSources.Source::value).noneMatch(Objects::nonNull)) {
            reasons.add("所有来源都没有公布，" + campaign.plan().silent());
        }
        return List.copyOf(reasons);
    }
}
