package org.rongyi.career.campaign.exam.mark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.NoticeTerm;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 定考试成绩: when the last day for reviews is past and none is open. The points go into everybody's score, and the scores hang for the plan's working days once
 * more before the list is settled.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class SettleExam implements OfficeAct<SettleExam.Command, SettleExam.Outcome> {

    private static final String POINTS = """
            update campaign.candidate set exam_points = :points::numeric[], version = version + 1 where id = :id
            """;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamReviews reviews;
    private final NoticeTerm term;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SettleExam(
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamEntries entries,
            ExamReviews reviews,
            NoticeTerm term,
            Divisions divisions,
            JdbcClient jdbc,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.entries = entries;
        this.reviews = reviews;
        this.term = term;
        this.divisions = divisions;
        this.jdbc = jdbc;
    }

    public record Command(CommandId id, UUID campaign) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Settled(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The results are not out, or they stand already. */
        record NotNow() implements Outcome, Refused {}

        /** @param reasons what has to come first */
        record StillOpen(List<String> reasons) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty() || found.get().exam() == null) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        // whoever is asking for a review has asked
        exams.holdAlone(campaign.id());
        var sitting = exams.find(campaign.id()).orElseThrow();
        if (!campaign.isIn(CampaignStage.NOTICE) || sitting.revealed() == null || sitting.settled() != null) {
            return new Outcome.NotNow();
        }
        var open = missing(campaign);
        if (!open.isEmpty()) {
            return new Outcome.StillOpen(open);
        }
        candidates.of(campaign.id()).stream().filter(who -> !who.isExempt()).forEach(who -> keep(campaign, who));
        audit.changed("考试成绩", "已公布", "已定");
        exams.settled(campaign.id(), office);
        term.prolong(campaign);
        return new Outcome.Settled(campaign.id());
    }

    /** What has to come before the points may stand, once they are out. */
    public List<String> missing(CampaignRecord campaign) {
        var reasons = new ArrayList<String>();
        var until = exams.find(campaign.id()).orElseThrow().reviewUntil();
        if (until != null && !until.isBefore(divisions.today())) {
            reasons.add("申请复核的最后一天是" + org.rongyi.platform.ui.Words.day(until) + "，还没有过");
        }
        reviews.of(campaign.id()).stream()
                .filter(ExamReviews.Review::isOpen)
                .forEach(one -> reasons.add(one.name() + "申请的复核还没有答复"));
        term.closed(campaign).ifPresent(reasons::add);
        return List.copyOf(reasons);
    }

    private void keep(CampaignRecord campaign, Candidate who) {
        var exam = campaign.exam();
        var given = entries.find(who.id()).map(ExamEntries.Entry::points).orElse(null);
        var points = given == null
                ? java.util.Collections.nCopies(
                        exam == null ? 0 : exam.subjects().size(), BigDecimal.ZERO)
                : given;
        jdbc.sql(POINTS)
                .param("points", points.stream().map(BigDecimal::toPlainString).toArray(String[]::new))
                .param("id", who.id())
                .update();
    }
}
