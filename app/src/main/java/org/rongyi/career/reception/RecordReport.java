package org.rongyi.career.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 登记报到: he came. Who comes late says why; what follows from it is decided by people, never by the days. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class RecordReport implements Act<RecordReport.Command, RecordReport.Outcome> {

    private final Receptions receptions;
    private final ReceptionTerms terms;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    RecordReport(Receptions receptions, ReceptionTerms terms, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.terms = terms;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param why he is late; empty when he is not */
    public record Command(CommandId id, UUID reception, LocalDate on, String why) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Reported(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Reported before, or no longer open. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        if (one.state() != ReceptionState.TO_REPORT) {
            return new Outcome.NotNow();
        }
        if (command.on().isBefore(one.discharged()) || command.on().isAfter(LocalDate.now(clock))) {
            return new Outcome.Wanting("on", "报到的日期应在退役那天到今天之间");
        }
        boolean late = command.on().isAfter(terms.reportBy(one));
        if (late && command.why().isBlank() || command.why().length() > ReceivePerson.LONGEST) {
            return new Outcome.Wanting("why", "逾期报到的，请写明原因，不超过 200 字");
        }
        var secret = secrets.look("why", command.why());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        receptions.report(one.id(), command.on(), late ? command.why() : "");
        audit.changed("状态", one.state().zh(), ReceptionState.WAITING.zh());
        audit.said("报到日期", command.on());
        return new Outcome.Reported(one.id());
    }
}
