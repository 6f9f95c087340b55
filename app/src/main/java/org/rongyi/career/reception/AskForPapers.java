package org.rongyi.career.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 向部队补要材料: a letter went to the unit that handed him over for everything still missing; from that day it is counted. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class AskForPapers implements OfficeAct<AskForPapers.Command, AskForPapers.Outcome> {

    private final Receptions receptions;
    private final Papers papers;
    private final Clock clock;
    private final AuditTrail audit;

    AskForPapers(Receptions receptions, Papers papers, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.papers = papers;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID reception) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Asked(UUID subject, int papers) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It is over. */
        record NotNow() implements Outcome, Refused {}

        /** Nothing is missing that was not asked for already. */
        record NothingChanged() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isOpen()) {
            return new Outcome.NotNow();
        }
        int asked = papers.ask(command.reception(), LocalDate.now(clock), office);
        audit.said("向部队补要", asked + " 份");
        return asked == 0 ? new Outcome.NothingChanged() : new Outcome.Asked(command.reception(), asked);
    }
}
