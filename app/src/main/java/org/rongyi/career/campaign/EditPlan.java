package org.rongyi.career.campaign;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/** 修改方案: while it is drafted. Once the group has approved it, nobody changes a word. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class EditPlan implements OfficeAct<EditPlan.Command, EditPlan.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlanCheck check;
    private final AuditTrail audit;

    EditPlan(PlacementCampaigns campaigns, PlanCheck check, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.check = check;
    }

    public record Command(CommandId id, UUID campaign, CampaignPlan plan) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Edited(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Approved, or called off. */
        record Frozen() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    /** The plan is published when it is approved; what was typed freely is named only. */
    private void tell(CampaignPlan was, CampaignPlan is) {
        audit.changed("安置办法", words(was.ways(), Way::zh), words(is.ways(), Way::zh));
        audit.changed("同分先后", words(was.ties(), Tie::zh), words(is.ties(), Tie::zh));
        audit.changed("优先", was.priority().zh(), is.priority().zh());
        audit.changed("志愿个数", was.least() + " 到 " + was.most(), is.least() + " 到 " + is.most());
        audit.changed("公示工作日", was.noticeDays(), is.noticeDays());
        audit.changed("填报开始", Words.moment(was.opens()), Words.moment(is.opens()));
        audit.changed("填报截止", Words.moment(was.closes()), Words.moment(is.closes()));
        if (!was.title().equals(is.title())) {
            audit.unsaid("名称");
        }
        if (!was.sources().equals(is.sources()) || !was.silent().equals(is.silent())) {
            audit.unsaid("抽签的来源");
        }
    }

    private static <T> String words(List<T> all, Function<T, String> zh) {
        return all.stream().map(zh).collect(Collectors.joining("、"));
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.DRAFT)) {
            return new Outcome.Frozen();
        }
        var wanting = check.wanting(
                command.plan(),
                found.get().plan(),
                found.get().exam() != null,
                found.get().code());
        if (wanting.isPresent()) {
            return new Outcome.Wanting(wanting.get().field(), wanting.get().why());
        }
        tell(found.get().plan(), command.plan());
        campaigns.edit(found.get(), command.plan(), office);
        return new Outcome.Edited(command.campaign());
    }
}
