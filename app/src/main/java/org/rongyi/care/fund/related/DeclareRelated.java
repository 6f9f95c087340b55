package org.rongyi.care.fund.related;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Gifts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 登记利害关系人: what a manager of a fund, or the giver of a gift, has declared of himself and of those tied to him (慈善法: none of
 * them is chosen to be helped).
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DeclareRelated implements OfficeAct<DeclareRelated.Command, DeclareRelated.Outcome> {

    private final Funds funds;
    private final Gifts gifts;
    private final RelatedPersons related;
    private final Secrets secrets;
    private final AuditTrail audit;

    DeclareRelated(Funds funds, Gifts gifts, RelatedPersons related, Secrets secrets, AuditTrail audit) {
        this.secrets = secrets;
        this.audit = audit;
        this.funds = funds;
        this.gifts = gifts;
        this.related = related;
    }

    /**
     * @param gift of a giver, the gift; none of who manages the fund
     * @param duty what the holder is to the fund; not asked of a giver
     * @param number none where it is not known: then his name alone is compared
     */
    public record Command(
            CommandId id,
            UUID fund,
            @Nullable UUID gift,
            String holder,
            String duty,
            RelatedPerson.Relation relation,
            String name,
            @Nullable CitizenId number)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the fund */
        record Declared(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's; or the gift is not this fund's. */
        record NotFound() implements Outcome, Refused {}

        /** Whose it is, what he is to the fund, or who it is, is not said. */
        record NameMissing() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = funds.find(command.fund()).filter(found -> found.unit().equals(office.unit()));
        boolean isOf = command.gift() == null
                || gifts.find(command.gift())
                        .filter(gift -> gift.fund().equals(command.fund()))
                        .isPresent();
        if (fund.isEmpty() || !isOf) {
            return new Outcome.NotFound();
        }
        boolean unsaid = command.gift() == null && command.duty().isBlank();
        if (command.holder().isBlank() || command.name().isBlank() || unsaid) {
            return new Outcome.NameMissing();
        }
        var secret = secrets.look("duty", command.duty());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.unsaid("利害关系人");
        related.add(office, fund.get(), command);
        return new Outcome.Declared(command.fund());
    }
}
