package org.rongyi.platform.access.client;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.access.ClientNews;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** 停用接口用户: or not approved. Its next request is refused, and its key is gone; it does not come back. */
@Service
@Allow(
        roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
        levels = {Level.PROVINCE})
public class RevokeClient implements OfficeAct<RevokeClient.Command, RevokeClient.Outcome> {

    private final Clients clients;
    private final AuditTrail audit;
    private final Secrets secrets;
    private final UnitDirectory units;
    private final ApplicationEventPublisher news;

    RevokeClient(
            Clients clients, AuditTrail audit, Secrets secrets, UnitDirectory units, ApplicationEventPublisher news) {
        this.units = units;
        this.news = news;
        this.secrets = secrets;
        this.clients = clients;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID client, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Revoked(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}

        /** Revoked already. */
        record NotInUse() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank() || command.reason().length() > RegisterClient.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var client = clients.lock(command.client());
        if (client.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (client.get().state() == Clients.State.REVOKED) {
            return new Outcome.NotInUse();
        }
        clients.revoke(command.client(), command.reason().strip(), office);
        units.bureauOf(client.get().terms().territory())
                .ifPresent(unit -> news.publishEvent(new ClientNews.Revoked(
                        command.client(),
                        client.get().name(),
                        unit,
                        command.reason().strip())));
        audit.changed("状态", client.get().state().zh(), Clients.State.REVOKED.zh());
        audit.explain(new Detail(command.reason().strip(), List.of()));
        return new Outcome.Revoked(command.client());
    }
}
