package org.rongyi.platform.access.client;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 发接口密钥: decides and leaves the trace; the key itself is made after the act, because what an act answers is kept. */
@Service
@Allow(
        roles = Role.SYSTEM_ADMIN,
        levels = {Level.PROVINCE})
public class IssueClientKey implements Act<IssueClientKey.Command, IssueClientKey.Outcome> {

    private final Clients clients;
    private final AuditTrail audit;

    IssueClientKey(Clients clients, AuditTrail audit) {
        this.audit = audit;
        this.clients = clients;
    }

    public record Command(CommandId id, UUID client) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Granted(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Not approved yet, or revoked. */
        record NotInUse() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var client = clients.lock(command.client());
        if (client.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (client.get().state() != Clients.State.IN_USE) {
            return new Outcome.NotInUse();
        }
        clients.allowKey(command.client(), command.id().value());
        audit.said("接口密钥", "新发一个，以前的不再有效");
        return new Outcome.Granted(command.client());
    }
}
