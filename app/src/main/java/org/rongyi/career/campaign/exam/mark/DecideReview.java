package org.rongyi.career.campaign.exam.mark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.ExamPlan;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 答复复核: by somebody who did not mark this paper, with what it has now and why. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class DecideReview implements OfficeAct<DecideReview.Command, DecideReview.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final ExamEntries entries;
    private final ExamPapers papers;
    private final ExamReviews reviews;
    private final Secrets secrets;
    private final AuditTrail audit;

    DecideReview(
            PlacementCampaigns campaigns,
            ExamEntries entries,
            ExamPapers papers,
            ExamReviews reviews,
            Secrets secrets,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.entries = entries;
        this.papers = papers;
        this.reviews = reviews;
        this.secrets = secrets;
    }

    /** @param points what the paper has now, the same as before where nothing was wrong */
    public record Command(CommandId id, UUID campaign, UUID review, BigDecimal points, String answer)
            implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Decided(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It was answered before, or the points stand for good. */
        record NotNow() implements Outcome, Refused {}

        /** He marked this paper. */
        record MarkedIt() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var review = reviews.lock(command.review());
        var entry = review.flatMap(one -> entries.find(one.candidate()));
        var exam = found.map(CampaignRecord::exam).orElse(null);
        if (exam == null
                || entry.isEmpty()
                || reviews.of(command.campaign()).stream()
                        .noneMatch(one -> one.id().equals(command.review()))) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.NOTICE)
                || exam.settled()
                || !review.get().isOpen()) {
            return new Outcome.NotNow();
        }
        if (papers.markers(review.get().candidate(), review.get().subject()).stream()
                .anyMatch(office::speaksFor)) {
            return new Outcome.MarkedIt();
        }
        var wanting = wanting(exam, review.get(), command);
        if (wanting != null) {
            return wanting;
        }
        var points = new ArrayList<>(Objects.requireNonNull(entry.get().points(), "reviewed before the results"));
        var before = points.set(review.get().subject() - 1, command.points());
        entries.points(entry.get().id(), points);
        audit.unsaid("第 " + review.get().subject() + " 科的成绩");
        reviews.decide(command.review(), before, command.points(), command.answer(), office);
        return new Outcome.Decided(command.review());
    }

    private Outcome.@org.jspecify.annotations.Nullable Wanting wanting(
            ExamPlan exam, ExamReviews.Review review, Command command) {
        int full = exam.subjects().get(review.subject() - 1).full();
        var points = command.points();
        if (points.signum() < 0 || points.scale() > 2 || points.compareTo(BigDecimal.valueOf(full)) > 0) {
            return new Outcome.Wanting("points", "分数应在 0 到 " + full + " 之间，最多两位小数");
        }
        if (command.answer().isBlank() || command.answer().length() > LONGEST) {
            return new Outcome.Wanting("answer", "请写明复核了什么、结果怎样，不超过 200 字");
        }
        return secrets.look("answer", command.answer())
                .map(found -> new Outcome.Wanting("answer", found.why()))
                .orElse(null);
    }
}
