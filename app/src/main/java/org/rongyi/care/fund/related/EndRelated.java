package org.rongyi.care.fund.related;

import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
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

/** 终止利害关系人申报: the manager has left, or the number was declared anew; the old line stays to be seen. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class EndRelated implements OfficeAct<EndRelated.Command, EndRelated.Outcome> {

    private static final int LONGEST = 200;

    private final Funds funds;
    private final RelatedPersons related;
    private final AuditTrail audit;
    private final Secrets secrets;

    EndRelated(Funds funds, RelatedPersons related, AuditTrail audit, Secrets secrets) {
        this.secrets = secrets;
        this.funds = funds;
        this.related = related;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID declaration, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the fund */
        record Ended(UUID subject) implements Outcome, Done {}

        /** Absent, over, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = related.fundOf(command.declaration())
                .flatMap(funds::find)
                .filter(found -> found.unit().equals(office.unit()));
        if (fund.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        if (!related.end(office, command.declaration(), command.reason().strip())) {
            return new Outcome.NotFound();
        }
        audit.explain(new Detail(command.reason(), List.of()));
        return new Outcome.Ended(fund.get().id());
    }
}
