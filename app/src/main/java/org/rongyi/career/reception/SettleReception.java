package org.rongyi.career.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** 登记安置办结: he is at his post, or has what his mode gives him; from then on nothing waits. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class SettleReception implements Act<SettleReception.Command, SettleReception.Outcome> {

    private final Receptions receptions;
    private final List<BeforeSettling> before;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    SettleReception(
            Receptions receptions, List<BeforeSettling> before, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.before = List.copyOf(before);
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param how the unit that took him, or what he was given */
    public record Command(CommandId id, UUID reception, LocalDate on, String how) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Settled(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** He has not reported, or it is over. */
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
        if (one.state() != ReceptionState.WAITING) {
            return new Outcome.NotNow();
        }
        if (command.on().isBefore(one.received())
                || one.reported() != null && command.on().isBefore(one.reported())
                || command.on().isAfter(LocalDate.now(clock))) {
            return new Outcome.Wanting("settledOn", "办结的日期应在接收、报到以后，到今天为止");
        }
        if (receptions.isScoreReopened(one.id())) {
            return new Outcome.Wanting("settledOn", "得分有错，正在重新审档，还没有重新认定：认定以后再登记办结");
        }
        var open =
                before.stream().flatMap(each -> each.hindrances(one).stream()).toList();
        if (!open.isEmpty()) {
            return new Outcome.Wanting("settledOn", "得分有错，纠正以前不登记办结：" + String.join("；", open));
        }
        if (command.how().isBlank() || command.how().length() > ReceivePerson.LONGEST) {
            return new Outcome.Wanting("how", "请写明怎样安置的，不超过 200 字");
        }
        var secret = secrets.look("how", command.how());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        receptions.settle(one.id(), command.on(), command.how());
        audit.changed("状态", one.state().zh(), ReceptionState.SETTLED.zh());
        audit.said("办结日期", command.on());
        return new Outcome.Settled(one.id());
    }
}
