package org.rongyi.career.reception.ending;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 决定终止安置待遇: by a leader who did not propose it, in writing, with reason. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class DecideEnd implements OfficeAct<DecideEnd.Command, DecideEnd.Outcome> {

    private final Receptions receptions;
    private final Endings endings;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    DecideEnd(Receptions receptions, Endings endings, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.endings = endings;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param agreed whether his 安置待遇 ends */
    public record Command(CommandId id, UUID reception, boolean agreed, String decision) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Decided(UUID subject, boolean agreed) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing waits, or he has been placed meanwhile. */
        record NotNow() implements Outcome, Refused {}

        /** Who proposed it does not decide it. */
        record OwnProposal() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var open = endings.of(command.reception()).stream()
                .filter(ending -> ending.agreed() == null)
                .findFirst();
        if (open.isEmpty() || !found.get().isOpen()) {
            return new Outcome.NotNow();
        }
        if (office.speaksFor(open.get().proposer())) {
            return new Outcome.OwnProposal();
        }
        if (command.decision().isBlank() || command.decision().length() > ProposeEnd.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("decision", command.decision());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var today = LocalDate.now(clock);
        audit.changed("终止安置待遇", "待决定", command.agreed() ? "同意" : "不同意");
        endings.decide(open.get().id(), command.agreed(), today, command.decision(), office);
        if (command.agreed()) {
            endings.end(command.reception(), today, open.get().kind());
        }
        return new Outcome.Decided(command.reception(), command.agreed());
    }
}
