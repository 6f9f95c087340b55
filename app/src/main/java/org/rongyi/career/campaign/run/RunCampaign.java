package org.rongyi.career.campaign.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Entering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.placement.proof.CampaignRun;
import org.rongyi.career.placement.proof.Commitment;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.vault.Signer;
import org.springframework.stereotype.Service;

/**
 * 运行: one run, one result. What goes in is what was committed to, or nothing runs; what comes out is reckoned again by the second
 * implementation, then kept whole, sealed, and signed; or nothing is kept. A second one is possible only after the group has set the first aside.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RunCampaign implements OfficeAct<RunCampaign.Command, RunCampaign.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final WishLists wishes;
    private final ScoreCascade cascade;
    private final Assembly assembly;
    private final Secrecies secrecies;
    private final Recomputation recomputation;
    private final Runs runs;
    private final Signer signer;
    private final CampaignStages stages;
    private final AuditTrail audit;

    RunCampaign(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            WishLists wishes,
            ScoreCascade cascade,
            Assembly assembly,
            Secrecies secrecies,
            Recomputation recomputation,
            Runs runs,
            Signer signer,
            CampaignStages stages,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.wishes = wishes;
        this.cascade = cascade;
        this.assembly = assembly;
        this.secrecies = secrecies;
        this.recomputation = recomputation;
        this.runs = runs;
        this.signer = signer;
        this.stages = stages;
    }

    public record Command(CommandId id, UUID campaign) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param head SM3 of the public file */
        record Ran(UUID subject, String head) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** The draw is not open, or a run stands. */
        record NotNow() implements Outcome, Refused {}

        /** The live session is not over. */
        record StillChoosing() implements Outcome, Refused {}

        /** @param reasons whose score was found wrong and is not put right on the list */
        record ScoreWrong(List<String> reasons) implements Outcome, Refused {}

        /** @param place where in the files the second implementation came to something else */
        record NotConfirmed(String place) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.OPENED) || runs.valid(campaign.id()).isPresent()) {
            return new Outcome.NotNow();
        }
        if (wishes.isChoosing(campaign)) {
            return new Outcome.StillChoosing();
        }
        var wrong = cascade.of(campaign);
        return wrong.isClear() ? carryOut(campaign, office) : new Outcome.ScoreWrong(wrong.reasons());
    }

    private Outcome carryOut(CampaignRecord campaign, Actor.Office by) {
        var salt = secrecies.salt(campaign.id());
        var nonces = secrecies.nonces(campaign.id());
        var lists = wishes.of(campaign);
        var whole = assembly.whole(campaign, salt, nonces, lists);
        var promised = Objects.requireNonNull(campaign.digests(), "committed to when the notice ended");
        var before = Commitment.beforeDraw(whole);
        var corrected =
                campaign.corrected() == null ? null : campaign.corrected().digest();
        if (!before.draw().equals(promised.draw())
                || !Commitment.closed(whole).equals(promised.closed())
                || !Objects.equals(Commitment.corrected(whole), corrected)) {
            throw new IllegalStateException("what would go in is not what was committed to: " + campaign.number());
        }
        var chosen = wishes.chosen(campaign, lists, nonces);
        var result = CampaignRun.of(chosen.equals(lists) ? whole : assembly.whole(campaign, salt, nonces, chosen));
        var objection = recomputation.objection(result);
        if (objection.isPresent()) {
            return new Outcome.NotConfirmed(objection.get());
        }
        var signature = signer.sign(result.head().getBytes(StandardCharsets.US_ASCII));
        var run = runs.keep(
                campaign, posts.published(campaign.id()), candidates.of(campaign.id()), result, signature, by);
        audit.changed("活动阶段", CampaignStage.OPENED.zh(), CampaignStage.RESULT.zh());
        audit.said("全部材料的摘要", result.head());
        stages.enter(campaign, new Entering.Result());
        return new Outcome.Ran(run, result.head());
    }
}
