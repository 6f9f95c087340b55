package org.rongyi.career.reception.scoring;

import java.util.UUID;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 撤下凭据页: a page that was uploaded by mistake, with the reason. What a settled score rested on stays, also when it is opened anew: only what came since
 * goes.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class TakeScorePageAway implements OfficeAct<TakeScorePageAway.Command, TakeScorePageAway.Outcome> {

    private static final int LONGEST = 200;

    private final Receptions receptions;
    private final Scores scores;
    private final Reopenings reopenings;
    private final ScorePages pages;
    private final Attachments attachments;
    private final Secrets secrets;
    private final AuditTrail audit;

    TakeScorePageAway(
            Receptions receptions,
            Scores scores,
            Reopenings reopenings,
            ScorePages pages,
            Attachments attachments,
            Secrets secrets,
            AuditTrail audit) {
        this.receptions = receptions;
        this.scores = scores;
        this.reopenings = reopenings;
        this.pages = pages;
        this.attachments = attachments;
        this.secrets = secrets;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID reception, UUID page, String why) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the reception */
        record TakenAway(UUID subject) implements Outcome, Done {}

        /** Absent, or taken away before. */
        record NotFound() implements Outcome, Refused {}

        /** The score is settled, or the reception is over. */
        record NotNow() implements Outcome, Refused {}

        /** A score that was settled before it was opened anew rested on it: it stays. */
        record RestedOn() implements Outcome, Refused {}

        record Wanting(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception());
        var page = attachments
                .find(command.page())
                .filter(one -> one.ownerKind().equals(ScorePages.OWNER_KIND))
                .filter(one -> pages.receptionOf(one.ownerId()).stream().anyMatch(command.reception()::equals));
        if (found.isEmpty() || page.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isOpen() || scores.standing(command.reception()).state() == ScoringState.SETTLED) {
            return new Outcome.NotNow();
        }
        if (reopenings.hadBefore(command.reception(), page.get().addedAt().toInstant())) {
            return new Outcome.RestedOn();
        }
        if (command.why().isBlank() || command.why().length() > LONGEST) {
            return new Outcome.Wanting("请写明为什么撤下，不超过 200 字");
        }
        var secret = secrets.look("why", command.why());
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().why());
        }
        audit.said("凭据页：" + page.get().kind().zh(), "撤下：" + command.why());
        return attachments.takeAway(office, command.page(), command.why())
                ? new Outcome.TakenAway(command.reception())
                : new Outcome.NotFound();
    }
}
