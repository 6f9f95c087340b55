package org.rongyi.career.reception.scoring;

import java.util.UUID;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 上传凭据页: the page of the personnel file an item of the score rests on, photographed or scanned, for the second who reads the file, the city and the
 * person himself. Once the score is settled it rests on what was there: more comes only when it is opened anew.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.CITY, Level.COUNTY})
public class AddScorePages implements OfficeAct<AddScorePages.Command, AddScorePages.Outcome> {

    private final Receptions receptions;
    private final Scores scores;
    private final Scoring scoring;
    private final ScorePages pages;
    private final DraftFiles drafts;
    private final AuditTrail audit;

    AddScorePages(
            Receptions receptions,
            Scores scores,
            Scoring scoring,
            ScorePages pages,
            DraftFiles drafts,
            AuditTrail audit) {
        this.receptions = receptions;
        this.scores = scores;
        this.scoring = scoring;
        this.pages = pages;
        this.drafts = drafts;
        this.audit = audit;
    }

    /** The files are those kept for the form of this id. */
    public record Command(CommandId id, UUID reception, String item) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param subject the reception */
        record Added(UUID subject) implements Outcome, Done {}

        /** Absent, or no item of his table. */
        record NotFound() implements Outcome, Refused {}

        /** His reception is over. */
        record NotNow() implements Outcome, Refused {}

        /** The score is settled, and not open again. */
        record Settled() implements Outcome, Refused {}

        record NoPage() implements Outcome, Refused {}

        /** The file cannot be kept; the reason is for the person. */
        record NotKept(String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = receptions.lock(command.reception()).filter(one -> ScorePages.isItem(one.table(), command.item()));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var one = found.get();
        if (!one.isOpen()) {
            return new Outcome.NotNow();
        }
        if (scores.standing(one.id()).state() == ScoringState.SETTLED) {
            return new Outcome.Settled();
        }
        var files = drafts.list(office, command.id()).size();
        if (files == 0) {
            return new Outcome.NoPage();
        }
        var owner =
                new AttachmentOwner(ScorePages.OWNER_KIND, pages.hold(one, command.item()), one.code(), one.person());
        audit.said("凭据页：" + scoring.words(one, command.item()), "上传 " + files + " 个文件");
        return drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)
                ? new Outcome.NotKept(why)
                : new Outcome.Added(one.id());
    }
}
