package org.rongyi.care.visit;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回走访: the record stays, counts no longer, and says why; what was handed over in it is taken back with it. */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE})
public class WithdrawVisit implements OfficeAct<WithdrawVisit.Command, WithdrawVisit.Outcome> {

    private final Visits visits;
    private final VisitChecks checks;
    private final Contacts contacts;
    private final HandOvers handOvers;
    private final AuditTrail audit;

    WithdrawVisit(Visits visits, Contacts contacts, VisitChecks checks, HandOvers handOvers, AuditTrail audit) {
        this.audit = audit;
        this.handOvers = handOvers;
        this.checks = checks;
        this.visits = visits;
        this.contacts = contacts;
    }

    public record Command(CommandId id, UUID visit, int version, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        record Stale() implements Outcome, Refused {}

        record AlreadyWithdrawn() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record Objected(VisitChecks.Objection objection) implements Outcome, Refused {}

        /** What was handed over in it cannot be taken back; why, in words. */
        record HandedOver(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.reason().isBlank()) {
            return new Outcome.NoReason();
        }
        var secret = checks.secret("reason", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Objected(secret.get());
        }
        var touched = visits.attendees(command.visit()).stream()
                .map(Visits.Attendee::personId)
                .toList();
        var persons = contacts.lockSeen(touched);
        var found = visits.lock(command.visit());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().withdrawn()) {
            return new Outcome.AlreadyWithdrawn();
        }
        if (found.get().version() != command.version()) {
            return new Outcome.Stale();
        }
        audit.changed("走访记录", "有效，" + touched.size() + " 人", "已撤回");
        audit.unsaid("撤回的理由");
        visits.withdraw(found.get(), persons, new Visits.Change(office, command.reason()));
        return handOvers
                .withdraw(office, command.visit(), command.reason().strip())
                .<Outcome>map(Outcome.HandedOver::new)
                .orElseGet(() -> new Outcome.Withdrawn(command.visit()));
    }
}
