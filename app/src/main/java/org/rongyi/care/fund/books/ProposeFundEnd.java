package org.rongyi.care.fund.books;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** 提出终止资金: when nothing of it is under way any more; what is left goes to another of its kind. Another one decides. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ProposeFundEnd implements OfficeAct<ProposeFundEnd.Command, ProposeFundEnd.Outcome> {

    private static final int LONGEST = 200;

    private final Closings closings;
    private final FundEnds ends;
    private final AuditTrail audit;
    private final Secrets secrets;

    ProposeFundEnd(Closings closings, FundEnds ends, AuditTrail audit, Secrets secrets) {
        this.secrets = secrets;
        this.closings = closings;
        this.ends = ends;
        this.audit = audit;
    }

    /**
     * @param successor who takes over what is left; none where nothing is
     * @param reason with the document it rests on
     */
    public record Command(CommandId id, UUID fund, @Nullable UUID successor, String reason)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        /** Absent, ended, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** Something else of this fund waits to be closed. */
        record AlreadyProposed() implements Outcome, Refused {}

        record Obstructed(List<Closings.InTheWay> by) implements Outcome, Refused {}

        /** Something is left and nobody takes it over. */
        record NobodyTakesOver() implements Outcome, Refused {}

        /** Of another kind, another unit or another charity, ended, or itself. */
        record NotASuccessor() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var fund = closings.lockOwn(office, command.fund());
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
        if (closings.open(command.fund()).isPresent()) {
            return new Outcome.AlreadyProposed();
        }
        var hindrances = ends.inTheWay(fund.get());
        if (!hindrances.isEmpty()) {
            return new Outcome.Obstructed(hindrances);
        }
        if (command.successor() == null) {
            return ends.isEmpty(fund.get()) ? propose(office, command) : new Outcome.NobodyTakesOver();
        }
        return Optional.of(command.successor())
                .filter(to -> ends.mayFollow(fund.get(), to))
                .map(to -> propose(office, command))
                .orElseGet(Outcome.NotASuccessor::new);
    }

    private Outcome propose(Actor.Office office, Command command) {
        var id = Ids.next();
        var reason = command.reason().strip();
        closings.propose(office, id, command.fund(), null, command.successor(), reason);
        audit.explain(new Detail(reason, List.of()));
        return new Outcome.Proposed(id);
    }
}
