package org.rongyi.career.campaign.draw;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.candidate.ScoreCorrections;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.GroupCheck;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.group.MeetingKind;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.placement.proof.Commitment;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 纠正得分: the list is settled and somebody's score was found wrong since. The group takes in what reception has settled anew, of everybody at once, and
 * cannot choose the number. The list that was committed to stands beside it, so the draw, the wishes and everybody else's entry are what they were. Once
 * letters were issued the result stands, and each is put right by the group's written decision.
 */
@Service
@Allow(
        roles = {Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class CorrectScores implements OfficeAct<CorrectScores.Command, CorrectScores.Outcome> {

    private static final int LONGEST = 300;

    private final PlacementCampaigns campaigns;
    private final ScoreCascade cascade;
    private final ScoreCorrections corrections;
    private final Assembly assembly;
    private final Secrecies secrecies;
    private final GroupBook book;
    private final GroupCheck check;
    private final Secrets secrets;
    private final WishLists wishes;
    private final AuditTrail audit;

    CorrectScores(
            PlacementCampaigns campaigns,
            ScoreCascade cascade,
            ScoreCorrections corrections,
            Assembly assembly,
            Secrecies secrecies,
            GroupBook book,
            GroupCheck check,
            Secrets secrets,
            WishLists wishes,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.cascade = cascade;
        this.corrections = corrections;
        this.assembly = assembly;
        this.secrecies = secrecies;
        this.book = book;
        this.check = check;
        this.secrets = secrets;
        this.wishes = wishes;
    }

    /** @param reason as everybody reads it; without names */
    public record Command(CommandId id, UUID campaign, Held meeting, String reason) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Corrected(UUID subject, int people) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** A run stands, or the draw is not open. */
        record NotNow() implements Outcome, Refused {}

        /** People have chosen by the order as it was. */
        record ChosenLive() implements Outcome, Refused {}

        /** @param reasons what reception has to settle first; empty where every score is what the list says */
        record NothingToCorrect(List<String> reasons) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        boolean isAfterLetters = campaign.isIn(CampaignStage.FOLLOWED);
        if (!campaign.isIn(CampaignStage.OPENED) && !isAfterLetters) {
            return new Outcome.NotNow();
        }
        if (!isAfterLetters && hasChosenLive(campaign)) {
            return new Outcome.ChosenLive();
        }
        var state = cascade.of(campaign);
        if (state.changed().isEmpty()) {
            return new Outcome.NothingToCorrect(state.pending());
        }
        if (command.reason().isBlank() || command.reason().length() > LONGEST) {
            return new Outcome.Wanting("correction", "请写明为什么纠正，不写姓名，不超过 300 字；理由会公开");
        }
        var secret = secrets.look("correction", command.reason());
        if (secret.isPresent()) {
            return new Outcome.Wanting(secret.get().field(), secret.get().why());
        }
        var since = state.changed().stream()
                .map(ScoreCascade.Changed::reopened)
                .max(Instant::compareTo)
                .orElseThrow();
        var wanting = check.wanting(campaign, command.meeting(), since, "重新审档那天");
        if (wanting.isPresent()) {
            return new Outcome.Wanting(wanting.get().field(), wanting.get().why());
        }
        var meeting = book.keep(campaign, MeetingKind.CORRECTION, command.meeting(), office);
        var decision = new ScoreCorrections.Decision(meeting, isAfterLetters, command.reason());
        state.changed().forEach(one -> corrections.insert(one.who(), one.right(), decision, office));
        audit.said(isAfterLetters ? "开出介绍信以后的得分纠正" : "得分纠正", state.changed().size() + " 人");
        if (isAfterLetters) {
            corrections.publishAfter(campaign, command.reason());
        } else {
            publish(campaign, command.reason());
        }
        return new Outcome.Corrected(campaign.id(), state.changed().size());
    }

    /** Whether it is too late: who came before chose by the old order, and no seat is taken away from who chose it. */
    public boolean hasChosenLive(CampaignRecord campaign) {
        return wishes.isBegun(campaign);
    }

    private void publish(CampaignRecord campaign, String why) {
        var now = assembly.settled(campaign, secrecies.salt(campaign.id()), secrecies.nonces(campaign.id()));
        int people = (int)
                now.candidates().stream().filter(one -> one.stood() != null).count();
        corrections.publish(campaign, Commitment.corrected(now), people, why);
    }
}
