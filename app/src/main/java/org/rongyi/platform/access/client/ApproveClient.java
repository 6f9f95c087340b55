package org.rongyi.platform.access.client;

import java.util.UUID;
import org.rongyi.platform.access.ClientNews;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** 批准接口用户: the second pair of eyes; the key is then given out by the first, so that neither opens a door alone. */
@Service
@Allow(
        roles = Role.SECURITY_ADMIN,
        levels = {Level.PROVINCE})
public class ApproveClient implements OfficeAct<ApproveClient.Command, ApproveClient.Outcome> {

    private final Clients clients;
    private final UnitDirectory units;
    private final ApplicationEventPublisher news;
    private final AuditTrail audit;

    ApproveClient(Clients clients, UnitDirectory units, ApplicationEventPublisher news, AuditTrail audit) {
        this.audit = audit;
        this.units = units;
        this.news = news;
        this.clients = clients;
    }

    public record Command(CommandId id, UUID client) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Approved(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Whoever registered it approves nothing, whatever his post is now. */
        record OwnProposal() implements Outcome, Refused {}

        /** Approved or revoked already. */
        record NothingWaits() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var client = clients.lock(command.client());
        if (client.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (client.get().state() != Clients.State.WAITING) {
            return new Outcome.NothingWaits();
        }
        if (office.speaksFor(client.get().proposedBy())) {
            return new Outcome.OwnProposal();
        }
        clients.approve(command.client(), office);
        audit.changed("状态", Clients.State.WAITING.zh(), Clients.State.IN_USE.zh());
        units.bureauOf(client.get().terms().territory())
                .ifPresent(unit -> news.publishEvent(
                        new ClientNews.Approved(command.client(), client.get().name(), unit)));
        return new Outcome.Approved(command.client());
    }
}
