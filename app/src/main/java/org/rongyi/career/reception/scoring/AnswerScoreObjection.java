package org.rongyi.career.reception.scoring;

import java.util.UUID;
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

/** 答复评分异议: by somebody who made none of the entries. Where he is right, the check of the file is done anew. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class AnswerScoreObjection implements OfficeAct<AnswerScoreObjection.Command, AnswerScoreObjection.Outcome> {

    private static final int LONGEST = 500;

    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final ScoreObjections objections;
    private final Reopenings reopenings;
    private final Secrets secrets;
    private final AuditTrail audit;

    AnswerScoreObjection(
            Receptions receptions,
            Scores scores,
            Scoring scoring,
            ScoreObjections objections,
            Reopenings reopenings,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.objections = objections;
        this.reopenings = reopenings;
        this.secrets = secrets;
    }

    /** @param upheld whether he is right */
    public record Command(CommandId id, UUID reception, boolean upheld, String answer) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Answered(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Nothing waits for an answer. */
        record NotNow() implements Outcome, Refused {}

        /** Who made one of the entries does not answer. */
        record SamePerson() implements Outcome, Refused {}

        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        var open = objections.of(one.id()).stream()
                .filter(objection -> objection.upheld() == null)
                .findFirst();
        if (open.isEmpty()) {
            return new Outcome.NotNow();
        }
        if (scores.entries(one.id()).values().stream().anyMatch(entry -> office.speaksFor(entry.account()))) {
            return new Outcome.SamePerson();
        }
        if (command.answer().isBlank() || command.answer().length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("answer", command.answer());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        audit.said("对评分的异议", command.upheld() ? "成立，重新审档" : "不成立");
        objections.answer(open.get().id(), command.upheld(), command.answer(), office);
        var total = scores.standing(one.id()).total();
        if (command.upheld()) {
            if (total != null) {
                reopenings.insert(Ids.next(), one, new Reopenings.Reason(total, command.answer(), "本人的异议"), office);
            }
            scores.supersede(one.id(), EnteredAs.OFFICE, EnteredAs.CITY);
            scoring.settle(one);
        }
        return new Outcome.Answered(one.id());
    }
}
