package org.rongyi.career.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.DischargeTerms;
import org.rongyi.career.reception.rule.PlacementRule;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 登记移交接收: by the 安置 office of his 安置地, of somebody who has a file there. What the rules do not allow is not recorded. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class ReceivePerson implements OfficeAct<ReceivePerson.Command, ReceivePerson.Outcome> {

    static final int LONGEST = 200;

    private final PersonFile file;
    private final Receptions receptions;
    private final Papers papers;
    private final ReceptionTerms terms;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    ReceivePerson(
            PersonFile file,
            Receptions receptions,
            Papers papers,
            ReceptionTerms terms,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.file = file;
        this.receptions = receptions;
        this.papers = papers;
        this.terms = terms;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param fromUnit the unit that hands over, by its public name
     * @param basisWords what proves the 安置地: 户口本, 结婚证
     * @param received the day the office took him over
     */
    public record Command(
            CommandId id, UUID person, Discharge discharge, String fromUnit, String basisWords, LocalDate received)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Received(UUID subject) implements Outcome, Done {}

        /** No such person in the actor's territory, or no longer on the register. */
        record NotFound() implements Outcome, Refused {}

        /** He has been received and is not placed yet. */
        record AlreadyReceived() implements Outcome, Refused {}

        /** Something is not filled in, or days are in a wrong order. */
        record Wanting(String field, String why) implements Outcome, Refused {}

        /** The rules do not allow it. */
        record AgainstRule(List<PlacementRule.Point> points) implements Outcome, Refused {}

        /** The words look like a state secret. */
        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("reception_open") || constraint.equals("reception_once")) {
            return new Outcome.AlreadyReceived();
        }
        return OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var whom = file.applicant(command.person());
        if (whom.isEmpty() || !whom.get().isActive()) {
            return new Outcome.NotFound();
        }
        var wanting = wanting(command);
        if (wanting != null) {
            return wanting;
        }
        var secret =
                secrets.look("fromUnit", command.fromUnit()).or(() -> secrets.look("basisWords", command.basisWords()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var discharge = command.discharge();
        var against = PlacementRule.points(discharge, terms.on(discharge.discharged())).stream()
                .filter(point -> !point.holds())
                .toList();
        if (!against.isEmpty()) {
            return new Outcome.AgainstRule(against);
        }
        var id = Ids.next();
        receptions.insert(id, whom.get(), command, office);
        papers.begin(id, whom.get(), discharge, office);
        audit.said("接收日期", command.received());
        return new Outcome.Received(id);
    }

    private Outcome.@Nullable Wanting wanting(Command command) {
        var discharge = command.discharge();
        var today = LocalDate.now(clock);
        if (discharge.discharged().isBefore(DischargeTerms.FIRST)) {
            return new Outcome.Wanting("discharged", "能登记的是 2011 年 11 月 1 日以后退役的");
        }
        if (discharge.discharged().isAfter(today)) {
            return new Outcome.Wanting("discharged", "退役命令的日期不能在今天以后");
        }
        if (!discharge.enlisted().isBefore(discharge.discharged())
                || discharge.enlisted().isBefore(discharge.discharged().minusYears(50))) {
            return new Outcome.Wanting("enlisted", "批准服现役的日期应在退役以前，相隔不超过 50 年");
        }
        if (command.received().isBefore(discharge.discharged())
                || command.received().isAfter(today)) {
            return new Outcome.Wanting("received", "接收的日期应在退役那天到今天之间");
        }
        if (command.fromUnit().isBlank() || command.fromUnit().length() > LONGEST) {
            return new Outcome.Wanting("fromUnit", "请写明移交单位，不超过 200 字");
        }
        if (command.basisWords().isBlank() || command.basisWords().length() > LONGEST) {
            return new Outcome.Wanting("basisWords", "请写明凭什么认定安置地，不超过 200 字");
        }
        return null;
    }
}
