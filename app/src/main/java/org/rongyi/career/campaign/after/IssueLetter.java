package org.rongyi.career.campaign.after;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Entering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 开介绍信: once the notice of the result is past, every objection is answered and no score is wrong, to the unit of the post he was given; from its day the time to be on duty runs. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class IssueLetter implements OfficeAct<IssueLetter.Command, IssueLetter.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final Runs runs;
    private final ScoreCascade cascade;
    private final NoticeObjections objections;
    private final PlacementLetters letters;
    private final Receptions receptions;
    private final LetterPaper paper;
    private final Divisions divisions;
    private final CampaignStages stages;

    IssueLetter(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            Runs runs,
            ScoreCascade cascade,
            NoticeObjections objections,
            PlacementLetters letters,
            Receptions receptions,
            LetterPaper paper,
            Divisions divisions,
            CampaignStages stages) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.runs = runs;
        this.cascade = cascade;
        this.objections = objections;
        this.letters = letters;
        this.receptions = receptions;
        this.paper = paper;
        this.divisions = divisions;
        this.stages = stages;
    }

    /** @param candidate who was placed by the run that stands */
    public record Command(CommandId id, UUID campaign, UUID candidate) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param number of the document */
        record Issued(UUID subject, String number) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The result is not approved, or its notice still hangs. */
        record NotNow() implements Outcome, Refused {}

        /** @param reasons objections without an answer, and scores that are not put right */
        record StillOpen(List<String> reasons) implements Outcome, Refused {}

        record AlreadyIssued() implements Outcome, Refused {}

        /** The group took him out of his post: what becomes of him is the group's to decide. */
        record MovedOut() implements Outcome, Refused {}

        /** His reception is another territory's by now, or was withdrawn as entered by mistake. */
        record OutOfReach() implements Outcome, Refused {}

        /** He is settled or his reception is over, or another letter of the same reception is out and nobody has refused it. */
        record PlacedElsewhere() implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("letter_placed_id_key")
                ? new Outcome.AlreadyIssued()
                : OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var whom = candidates
                .find(command.candidate())
                .filter(one -> one.campaign().equals(command.campaign()));
        if (campaign.isEmpty() || whom.isEmpty()) {
            return new Outcome.NotFound();
        }
        var today = divisions.today();
        var run = runs.valid(command.campaign()).filter(Runs.Run::isApproved);
        var until = run.map(Runs.Run::shownUntil).orElse(null);
        if (run.isEmpty()
                || until == null
                || !until.isBefore(today)
                || campaign.get().calledOff() != null) {
            return new Outcome.NotNow();
        }
        var placed = runs.placed(run.get().id()).stream()
                .filter(one -> one.candidate().equals(command.candidate()) && one.post() != null)
                .findFirst();
        var post = placed.map(Runs.Placed::post).flatMap(posts::find);
        if (placed.isEmpty() || post.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (letters.isIssued(placed.get().id())) {
            return new Outcome.AlreadyIssued();
        }
        if (letters.isMovedOut(placed.get().id())) {
            return new Outcome.MovedOut();
        }
        var reception = receptions.lock(whom.get().reception());
        if (reception.isEmpty()) {
            return new Outcome.OutOfReach();
        }
        if (!reception.get().isOpen() || letters.isOut(whom.get(), placed.get().id())) {
            return new Outcome.PlacedElsewhere();
        }
        var open = open(campaign.get());
        return open.isEmpty()
                ? issue(campaign.get(), placed.get(), post.get(), whom.get(), office)
                : new Outcome.StillOpen(open);
    }

    /** Who of these candidates without a letter gets none whatever becomes of the campaign, and why in words; the others are not in it. */
    public Map<UUID, String> barred(Collection<UUID> ids) {
        var standing = letters.standing(ids);
        var found = receptions
                .among(standing.stream()
                        .map(PlacementLetters.Standing::receptionId)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Reception::id, Function.identity()));
        var barred = new HashMap<UUID, String>();
        for (var one : standing) {
            var why = why(found.get(one.receptionId()), one);
            if (!why.isEmpty()) {
                barred.put(one.id(), why);
            }
        }
        return barred;
    }

    private static String why(@Nullable Reception reception, PlacementLetters.Standing standing) {
        if (reception == null) {
            return "移交接收已转走或撤下";
        }
        if (reception.ended() != null) {
            return "安置待遇已终止";
        }
        if (reception.settled() != null || standing.out()) {
            return "已另有安置";
        }
        return standing.movedOut() ? "照书面决定撤出，另行安置" : "";
    }

    /** What letters wait for behind the notice of the result. */
    public List<String> open(CampaignRecord campaign) {
        var reasons = new ArrayList<>(cascade.of(campaign).reasons());
        int unanswered = objections.counts(campaign.id()).open();
        if (unanswered > 0) {
            reasons.add(unanswered + " 件对公示的异议还没有书面答复");
        }
        return List.copyOf(reasons);
    }

    private Outcome issue(
            CampaignRecord campaign, Runs.Placed placed, PlacementPost post, Candidate whom, Actor.Office by) {
        if (campaign.stage() == CampaignStage.RESULT) {
            stages.enter(campaign, new Entering.Followed());
        }
        var document = paper.issue(campaign, placed.id(), post, whom, null, by);
        return new Outcome.Issued(document.ownerId(), document.documentNumber());
    }
}
