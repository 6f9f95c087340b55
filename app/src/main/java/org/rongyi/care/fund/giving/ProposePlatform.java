package org.rongyi.care.fund.giving;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 提出更换网上捐赠的页面: the charity's page moved to another designated platform (慈善法 2016 第二十三条, 2023 第二十七条), or is no more. The
 * public pages lead there, so another one confirms it.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ProposePlatform implements OfficeAct<ProposePlatform.Command, ProposePlatform.Outcome> {

    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST = 200;

    private final Funds funds;
    private final PlatformChanges changes;
    private final GivingPlatforms platforms;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    ProposePlatform(
            Funds funds,
            PlatformChanges changes,
            GivingPlatforms platforms,
            Secrets secrets,
            AuditTrail audit,
            Clock clock) {
        this.funds = funds;
        this.changes = changes;
        this.platforms = platforms;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param address the charity's page; empty takes the link away
     * @param reason with the charity's letter it rests on
     */
    public record Command(CommandId id, UUID fund, String address, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the change */
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        record FundEnded() implements Outcome, Refused {}

        /** The fund has no charity behind it. */
        record TakesNoGifts() implements Outcome, Refused {}

        record AlreadyProposed() implements Outcome, Refused {}

        /** It stands where nobody designated a place for giving. */
        record PlatformNotDesignated() implements Outcome, Refused {}

        /** No address of a page is that long. */
        record AddressTooLong() implements Outcome, Refused {}

        record SameAddress() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (funds.find(command.fund())
                .filter(fund -> fund.unit().equals(office.unit()))
                .isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(command.fund());
        var fund = funds.find(command.fund()).orElseThrow();
        if (fund.closedOn() != null) {
            return new Outcome.FundEnded();
        }
        var charity = fund.charity();
        if (charity == null) {
            return new Outcome.TakesNoGifts();
        }
        if (changes.open(fund.id()).isPresent()) {
            return new Outcome.AlreadyProposed();
        }
        var address = command.address().strip();
        if (address.length() > LONGEST_ADDRESS) {
            return new Outcome.AddressTooLong();
        }
        if (!address.isEmpty() && !platforms.isDesignated(address, LocalDate.now(clock))) {
            return new Outcome.PlatformNotDesignated();
        }
        if (address.equals(Objects.requireNonNullElse(charity.platform(), ""))) {
            return new Outcome.SameAddress();
        }
        return propose(office, command, charity.platform() == null ? "" : charity.platform(), address);
    }

    private Outcome propose(Actor.Office office, Command command, String before, String address) {
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var id = Ids.next();
        var reason = command.reason().strip();
        changes.propose(office, id, command.fund(), address, reason);
        audit.explain(new Detail(reason, List.of(asChange(before, address))));
        return new Outcome.Proposed(id);
    }

    static Detail.Change asChange(String before, String after) {
        return new Detail.Change("网上捐赠的页面", before.isEmpty() ? null : before, after.isEmpty() ? "撤下" : after);
    }
}
