package org.rongyi.care.fund.giving;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GivingPlatforms;
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

/** 核定更换网上捐赠的页面: by a 负责人 who did not propose it. From then on the public pages lead there. */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ConfirmPlatform implements OfficeAct<ConfirmPlatform.Command, ConfirmPlatform.Outcome> {

    private static final int LONGEST = 200;

    private final Funds funds;
    private final PlatformChanges changes;
    private final GivingPlatforms platforms;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    ConfirmPlatform(
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
     * @param agrees false sends it back, or takes back one's own
     * @param words why not; required then
     */
    public record Command(CommandId id, UUID change, boolean agrees, String words) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the change */
        record Changed(UUID subject) implements Outcome, Done {}

        record Declined(UUID subject) implements Outcome, Done {}

        /** By who proposed it. */
        record TakenBack(UUID subject) implements Outcome, Done {}

        /** Absent, or of another unit's fund. */
        record NotFound() implements Outcome, Refused {}

        record FundEnded() implements Outcome, Refused {}

        record AlreadyAnswered() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not confirm it; he may take it back. */
        record OwnProposal() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** No platform any more since it was proposed. */
        record PlatformNotDesignated() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var own = changes.find(command.change())
                .flatMap(change -> funds.find(change.fund()))
                .filter(fund -> fund.unit().equals(office.unit()));
        if (own.isEmpty()) {
            return new Outcome.NotFound();
        }
        funds.hold(own.get().id());
        var fund = funds.find(own.get().id()).orElseThrow();
        var change = changes.find(command.change()).orElseThrow();
        if (change.state() != PlatformChanges.State.PROPOSED) {
            return new Outcome.AlreadyAnswered();
        }
        if (command.agrees() && change.isFrom(office)) {
            return new Outcome.OwnProposal();
        }
        return command.agrees() ? confirm(office, fund, change) : decline(office, change, command.words());
    }

    private Outcome decline(Actor.Office office, PlatformChanges.Change change, String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", words);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        changes.decide(office, change.id(), PlatformChanges.State.DECLINED, words.strip());
        audit.explain(new Detail(words, List.of()));
        return change.isFrom(office) ? new Outcome.TakenBack(change.id()) : new Outcome.Declined(change.id());
    }

    private Outcome confirm(Actor.Office office, Fund fund, PlatformChanges.Change change) {
        if (fund.closedOn() != null) {
            return new Outcome.FundEnded();
        }
        if (!change.address().isEmpty() && !platforms.isDesignated(change.address(), LocalDate.now(clock))) {
            return new Outcome.PlatformNotDesignated();
        }
        var charity = fund.charity();
        var before = charity == null || charity.platform() == null ? "" : charity.platform();
        changes.decide(office, change.id(), PlatformChanges.State.CONFIRMED, null);
        audit.explain(new Detail(change.reason(), List.of(ProposePlatform.asChange(before, change.address()))));
        return new Outcome.Changed(change.id());
    }
}
