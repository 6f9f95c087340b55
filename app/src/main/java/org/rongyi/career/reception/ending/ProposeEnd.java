package org.rongyi.career.reception.ending;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.career.reception.EndKind;
import org.rongyi.career.reception.Receptions;
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

/** 拟定终止安置待遇: with the reason, after he was heard. It changes nothing until a leader decides. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class ProposeEnd implements OfficeAct<ProposeEnd.Command, ProposeEnd.Outcome> {

    static final int LONGEST = 500;

    private final Receptions receptions;
    private final Endings endings;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    ProposeEnd(Receptions receptions, Endings endings, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.endings = endings;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param heard what he said on that day, or that he did not come though he was asked */
    public record Command(CommandId id, UUID reception, EndKind kind, String reason, LocalDate heardOn, String heard)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Proposed(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It is over, or placed. */
        record NotNow() implements Outcome, Refused {}

        /** One waits for the leader. */
        record AlreadyProposed() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("ending_open")) {
            return new Outcome.AlreadyProposed();
        }
        return OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        if (!one.isOpen()) {
            return new Outcome.NotNow();
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.Wanting("reason", "请写明理由和凭什么材料，不超过 500 字");
        }
        if (command.heardOn().isBefore(one.received()) || command.heardOn().isAfter(LocalDate.now(clock))) {
            return new Outcome.Wanting("heardOn", "听取说明的日期应在接收那天到今天之间");
        }
        if (command.heard().isBlank() || command.heard().length() > LONGEST) {
            return new Outcome.Wanting("heard", "请写明本人怎么说；通知了不来的，写明怎样通知的，不超过 500 字");
        }
        var secret = secrets.look("reason", command.reason()).or(() -> secrets.look("heard", command.heard()));
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.said("终止安置待遇", "待决定");
        endings.insert(Ids.next(), one, command, office);
        return new Outcome.Proposed(one.id());
    }
}
