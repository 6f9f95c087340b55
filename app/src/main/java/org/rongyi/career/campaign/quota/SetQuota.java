package org.rongyi.career.campaign.quota;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记接收计划: how many persons a unit has to take in this campaign, while the plan is drafted. The group approves it with the plan, so who entered it does
 * not enter the approval; afterwards it stands.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class SetQuota implements OfficeAct<SetQuota.Command, SetQuota.Outcome> {

    static final int LONGEST = 60;
    static final int MOST = 9_999;

    private final PlacementCampaigns campaigns;
    private final Quotas quotas;
    private final Secrets secrets;
    private final AuditTrail audit;

    SetQuota(PlacementCampaigns campaigns, Quotas quotas, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.quotas = quotas;
        this.secrets = secrets;
    }

    /**
     * What the document says of a unit.
     *
     * @param paper its number
     */
    public record Details(String unit, String creditCode, int persons, String paper) {}

    public record Command(CommandId id, UUID campaign, Details quota) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Entered(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The plan is approved, or the campaign called off. */
        record Frozen() implements Outcome, Refused {}

        /** The unit has its number already. */
        record AlreadyEntered(String unit, int persons) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var refused = refusal(found.get(), command.quota());
        if (refused.isPresent()) {
            return refused.get();
        }
        campaigns.wrote(command.campaign(), office);
        audit.said(command.quota().unit(), command.quota().persons() + " 人");
        return new Outcome.Entered(quotas.insert(found.get(), command.quota(), office));
    }

    /** Why it cannot be entered, as far as can be told by reading. */
    Optional<Outcome> refusal(CampaignRecord campaign, Details quota) {
        if (!campaign.isIn(CampaignStage.DRAFT)) {
            return Optional.of(new Outcome.Frozen());
        }
        return wanting(quota)
                .or(() -> quotas.of(campaign.id(), quota.creditCode())
                        .map(one -> new Outcome.AlreadyEntered(one.unit(), one.persons())));
    }

    private Optional<Outcome> wanting(Details quota) {
        if (quota.unit().isBlank() || quota.unit().length() > LONGEST) {
            return wanting("unit", "请填写单位名称，不超过 60 字");
        }
        if (!CreditCode.isValid(quota.creditCode())) {
            return wanting("creditCode", "统一社会信用代码应为 18 位，请照登记证核对");
        }
        if (quota.persons() < 1 || quota.persons() > MOST) {
            return wanting("persons", "计划接收的人数应在 1 到 9999 之间");
        }
        if (quota.paper().isBlank() || quota.paper().length() > LONGEST) {
            return wanting("paper", "请填写下达接收计划的文号，不超过 60 字");
        }
        return secrets.look("unit", quota.unit())
                .or(() -> secrets.look("paper", quota.paper()))
                .map(secret -> new Outcome.Wanting(secret.field(), secret.why()));
    }

    private static Optional<Outcome> wanting(String field, String why) {
        return Optional.of(new Outcome.Wanting(field, why));
    }
}
