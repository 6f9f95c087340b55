package org.rongyi.people.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 告知: the person has read the notice in force, or it was shown and explained to him (个人信息保护法 第 17、30、35 条). */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        levels = {Level.COUNTY, Level.TOWN, Level.VILLAGE},
        self = true)
public class TellPerson implements Act<TellPerson.Command, TellPerson.Outcome> {

    private final PersonFile file;
    private final Consents consents;
    private final StatementShelf statements;
    private final AuditTrail audit;
    private final Clock clock;

    TellPerson(PersonFile file, Consents consents, StatementShelf statements, AuditTrail audit, Clock clock) {
        this.file = file;
        this.consents = consents;
        this.statements = statements;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version the one that was shown */
    public record Command(CommandId id, UUID person, LocalDate version) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Told(UUID subject) implements Outcome, Done {}

        /** Absent, or outside the actor's territory. */
        record NotFound() implements Outcome, Refused {}

        /** Another version is in force by now. */
        record Outdated() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (file.find(command.person()).isEmpty()) {
            return new Outcome.NotFound();
        }
        var notice = statements.notice();
        var version = notice.on(LocalDate.now(clock));
        if (version.isEmpty() || !version.get().from().equals(command.version())) {
            return new Outcome.Outdated();
        }
        var way = actor instanceof Actor.Self ? Way.OWN : Way.IN_PERSON;
        consents.add(actor, command.person(), notice, version.get(), Reply.TOLD, way);
        audit.explain(new Detail(
                null, List.of(new Detail.Change(notice.zh(), null, version.get().from() + " 版，" + way.zh()))));
        return new Outcome.Told(command.person());
    }
}
