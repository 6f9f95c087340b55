package org.rongyi.care.fund.payment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.GrantState;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 解散批次: what did not go to the bank yet waits again. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DissolveBatch implements OfficeAct<DissolveBatch.Command, DissolveBatch.Outcome> {

    private static final int LONGEST = 200;

    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final AuditTrail audit;
    private final Clock clock;
    private final Secrets secrets;

    DissolveBatch(
            PaymentBatches batches, Payments payments, Grants grants, AuditTrail audit, Clock clock, Secrets secrets) {
        this.secrets = secrets;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID batch, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Dissolved(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** It went to the bank, or is dissolved already. */
        record WrongState(Batch.State state) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = batches.lock(office, command.batch());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var batch = found.get();
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (batch.state() != Batch.State.DRAFT && batch.state() != Batch.State.APPROVED) {
            return new Outcome.WrongState(batch.state());
        }
        var at = OffsetDateTime.now(clock);
        var ids = payments.ofBatch(batch.id()).stream().map(Payment::grant).toList();
        batches.dissolve(
                batch.id(),
                new Batch.Dissolved(
                        Batch.Hand.of(office, at).name(), at, command.reason().strip()));
        payments.drop(batch.id());
        grants.move(ids, GrantState.WAITING);
        audit.explain(new Detail(command.reason(), List.of()));
        return new Outcome.Dissolved(batch.id());
    }
}
