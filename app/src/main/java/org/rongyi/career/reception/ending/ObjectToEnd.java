package org.rongyi.career.reception.ending;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 对终止安置待遇提出异议: by himself, within the days of the day of the decision. */
@Service
@Allow(self = true)
public class ObjectToEnd implements Act<ObjectToEnd.Command, ObjectToEnd.Outcome> {

    public static final String DAYS = "placement.ending.objection.days";

    private final Receptions receptions;
    private final Endings endings;
    private final Policy policy;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    ObjectToEnd(Receptions receptions, Endings endings, Policy policy, Secrets secrets, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.endings = endings;
        this.policy = policy;
        this.secrets = secrets;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID reception, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Objected(UUID subject) implements Outcome, Done {}

        /** Not his, or no such. */
        record NotFound() implements Outcome, Refused {}

        /** Nothing was decided against him, he has objected, or the days are over. */
        record NotNow() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = receptions.find(command.reception());
        if (!(actor instanceof Actor.Self self)
                || found.isEmpty()
                || !found.get().person().equals(self.person())) {
            return new Outcome.NotFound();
        }
        var ended = endings.of(command.reception()).stream()
                .filter(Endings.Ending::isAgreed)
                .findFirst();
        if (ended.isEmpty()
                || ended.get().objection() != null
                || isOver(ended.get().decidedOn())) {
            return new Outcome.NotNow();
        }
        if (command.words().isBlank() || command.words().length() > ProposeEnd.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("against", command.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.said("对终止的异议", "已提出");
        endings.object(ended.get().id(), command.words());
        return new Outcome.Objected(command.reception());
    }

    private boolean isOver(@Nullable LocalDate decided) {
        return decided == null || LocalDate.now(clock).isAfter(decided.plusDays(policy.number(DAYS, decided)));
    }
}
