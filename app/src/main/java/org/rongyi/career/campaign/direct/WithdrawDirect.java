package org.rongyi.career.campaign.direct;

import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回报名或意向: by either side with a reason, until it is settled; himself on his phone, the unit and he on paper at the office. */
@Service
@Allow(
        self = true,
        roles = {Role.OFFICER, Role.LEADER})
public class WithdrawDirect implements Act<WithdrawDirect.Command, WithdrawDirect.Outcome> {

    private final PlacementCampaigns campaigns;
    private final DirectApplications applications;
    private final Written written;
    private final AuditTrail audit;

    WithdrawDirect(PlacementCampaigns campaigns, DirectApplications applications, Written written, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.applications = applications;
        this.written = written;
    }

    /** @param side whose word it is; an objection ends an agreement by its answer only */
    public record Command(CommandId id, UUID application, DirectSide side, String why) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Settled, or withdrawn before. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = applications.find(command.application()).filter(one -> isHis(actor, one));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        boolean isKnown = actor instanceof Actor.Self
                ? command.side() == DirectSide.SELF
                : command.side() != DirectSide.OBJECTION;
        if (!isKnown) {
            return new Outcome.Wanting("side", "请选择是单位撤回还是本人撤回");
        }
        var wrong = written.wrong("withdrawal", command.why(), Written.LONG, "请写明为什么撤回");
        if (wrong.isPresent()) {
            return new Outcome.Wanting(wrong.get().field(), wrong.get().why());
        }
        audit.changed("直通安置", found.get().state().zh(), DirectState.WITHDRAWN.zh());
        return applications.withdraw(
                        found.get().id(), command.side(), command.why().strip(), by(actor))
                ? new Outcome.Withdrawn(found.get().id())
                : new Outcome.NotNow();
    }

    private boolean isHis(Actor actor, DirectApplications.Application one) {
        return switch (actor) {
            case Actor.Self self -> one.person().equals(self.person());
            case Actor.Office office -> campaigns.lock(one.campaign(), office).isPresent();
            default -> false;
        };
    }

    private static String by(Actor actor) {
        return switch (actor) {
            case Actor.Office office -> office.signed();
            case Actor.Self self -> self.name();
            default -> throw new IllegalStateException("only himself or the office withdraws, says @Allow");
        };
    }
}
