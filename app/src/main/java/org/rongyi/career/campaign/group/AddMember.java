package org.rongyi.career.campaign.group;

import java.util.UUID;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 登记专项小组成员: of whatever office; he needs no account here. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class AddMember implements OfficeAct<AddMember.Command, AddMember.Outcome> {

    private static final int LONGEST = 40;

    private final PlacementCampaigns campaigns;
    private final GroupBook book;
    private final AuditTrail audit;

    AddMember(PlacementCampaigns campaigns, GroupBook book, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.book = book;
    }

    /** @param duty what he is there and in the group: 副局长，组长 */
    public record Command(CommandId id, UUID campaign, String name, String unit, String duty)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Added(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The group has approved the plan, and stays who it is; or it was called off. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.DRAFT)) {
            return new Outcome.NotNow();
        }
        if (isWrong(command.name())) {
            return new Outcome.Wanting("name", "请填写姓名，不超过 40 字");
        }
        if (isWrong(command.unit())) {
            return new Outcome.Wanting("unit", "请填写单位，不超过 40 字");
        }
        if (isWrong(command.duty())) {
            return new Outcome.Wanting("duty", "请填写职务，不超过 40 字");
        }
        audit.said("专项小组成员", "加一人");
        return new Outcome.Added(book.add(found.get(), command.name(), command.unit(), command.duty(), office));
    }

    private static boolean isWrong(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }
}
