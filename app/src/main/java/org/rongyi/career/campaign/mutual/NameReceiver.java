package org.rongyi.career.campaign.mutual;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.Units;
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
 * 指定接收单位: whose 接收单位经办 sign in for a unit that reported posts. The body is opened and its people appointed where all are; until units may
 * take, it may be named anew or not at all: then two type the unit's paper.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class NameReceiver implements OfficeAct<NameReceiver.Command, NameReceiver.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Receivers receivers;
    private final Units units;
    private final Divisions divisions;
    private final Clock clock;
    private final AuditTrail audit;

    NameReceiver(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Receivers receivers,
            Units units,
            Divisions divisions,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.receivers = receivers;
        this.units = units;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * @param creditCode of the unit that reported posts
     * @param unit none where nobody signs in for it after all
     */
    public record Command(
            CommandId id,
            UUID campaign,
            String creditCode,
            @Nullable UUID unit) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Named(UUID subject) implements Outcome, Done {}

        /** Nobody signs in for it any more. */
        record Unnamed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Not held online, or units may take already. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (campaign.online().isEmpty() || Phase.of(campaign, clock.instant()).compareTo(Phase.DECIDING) >= 0) {
            return new Outcome.NotNow();
        }
        if (posts.of(campaign.id()).stream().noneMatch(one -> one.creditCode().equals(command.creditCode()))) {
            return new Outcome.Wanting("creditCode", "请选择报了岗位的单位");
        }
        if (command.unit() == null) {
            audit.changed("接收单位", "已指定", null);
            return receivers.unname(campaign, command.creditCode())
                    ? new Outcome.Unnamed(campaign.id())
                    : new Outcome.Wanting("creditCode", "这家单位没有指定过机构");
        }
        var unit = units.find(command.unit())
                .filter(one -> one.kind() == UnitKind.PARTNER
                        && office.scope().covers(one.code())
                        && one.isOpenOn(divisions.today()));
        if (unit.isEmpty()) {
            return new Outcome.Wanting("unit", "请选择本地在用的协作单位；没有的，先在“机构”里设立，再任用接收单位经办");
        }
        audit.said("接收单位", unit.get().name());
        receivers.name(campaign, command.creditCode(), unit.get(), office);
        return new Outcome.Named(campaign.id());
    }
}
