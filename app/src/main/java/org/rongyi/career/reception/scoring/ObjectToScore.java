package org.rongyi.career.reception.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 对评分提出异议: by himself, while his score is on notice. */
@Service
@Allow(self = true)
public class ObjectToScore implements Act<ObjectToScore.Command, ObjectToScore.Outcome> {

    private static final int LONGEST = 500;

    private final Receptions receptions;
    private final Scores scores;
    private final ScoreObjections objections;
    private final Secrets secrets;
    private final Clock clock;
    private final AuditTrail audit;

    ObjectToScore(
            Receptions receptions,
            Scores scores,
            ScoreObjections objections,
            Secrets secrets,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.scores = scores;
        this.objections = objections;
        this.secrets = secrets;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID reception, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Objected(UUID subject) implements Outcome, Done {}

        /** Not his, or no such. */
        record NotFound() implements Outcome, Refused {}

        /** No score is on notice. */
        record NotHanging() implements Outcome, Refused {}

        /** One is not answered yet. */
        record AlreadyOpen() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("score_objection_open")) {
            return new Outcome.AlreadyOpen();
        }
        return Act.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var found = receptions.find(command.reception());
        if (!(actor instanceof Actor.Self self)
                || found.isEmpty()
                || !found.get().person().equals(self.person())) {
            return new Outcome.NotFound();
        }
        var until = scores.standing(command.reception()).until();
        if (until == null || LocalDate.now(clock).isAfter(until)) {
            return new Outcome.NotHanging();
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.said("对评分的异议", "已提出");
        objections.insert(Ids.next(), found.get(), command.words());
        return new Outcome.Objected(command.reception());
    }
}
