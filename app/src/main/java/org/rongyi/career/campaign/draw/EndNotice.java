package org.rongyi.career.campaign.draw;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.CampaignStages;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Entering;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.appeal.Appeals;
import org.rongyi.career.campaign.candidate.Kinds;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.candidate.ScoreNotices;
import org.rongyi.career.campaign.candidate.SecondWord;
import org.rongyi.career.campaign.candidate.TieValues;
import org.rongyi.career.campaign.direct.DirectOpen;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.campaign.pairs.CostPlaces;
import org.rongyi.career.placement.proof.Commitment;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 结束公示: after the last working day and before the time for wishes is over, when no objection to a score is open and every score is still what was
 * shown. List, posts and salt are committed to, and from then on nothing of them changes,
 * nor where they are for a directive round.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class EndNotice implements OfficeAct<EndNotice.Command, EndNotice.Outcome> {

    /** The list was not settled before wishes closed. */
    public static final String TOO_LATE = "填报时间已过，名单没有定下来：请由负责人停办，重新拟定方案另办";

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final NoticeObjections objections;
    private final ScoreCascade cascade;
    private final Appeals appeals;
    private final AwaitingWork waiting;
    private final PersonFile file;
    private final ScoreNotices notices;
    private final SecondWord words;
    private final Kinds kinds;
    private final DirectOpen direct;
    private final Assembly assembly;
    private final Secrecies secrecies;
    private final CostPlaces places;
    private final Divisions divisions;
    private final CampaignStages stages;
    private final Clock clock;
    private final AuditTrail audit;

    EndNotice(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Candidates candidates,
            NoticeObjections objections,
            ScoreCascade cascade,
            Appeals appeals,
            AwaitingWork waiting,
            PersonFile file,
            ScoreNotices notices,
            SecondWord words,
            Kinds kinds,
            DirectOpen direct,
            Assembly assembly,
            Secrecies secrecies,
            CostPlaces places,
            Divisions divisions,
            CampaignStages stages,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.candidates = candidates;
        this.objections = objections;
        this.cascade = cascade;
        this.appeals = appeals;
        this.waiting = waiting;
        this.file = file;
        this.notices = notices;
        this.words = words;
        this.kinds = kinds;
        this.direct = direct;
        this.assembly = assembly;
        this.secrecies = secrecies;
        this.places = places;
        this.divisions = divisions;
        this.stages = stages;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID campaign) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param commitment what is published before the draw */
        record Ended(UUID subject, String commitment) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Not on notice. */
        record NotNow() implements Outcome, Refused {}

        /** The last working day is not past. */
        record TooEarly() implements Outcome, Refused {}

        /** @param reasons what has to be settled first, by name */
        record StillOpen(List<String> reasons) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        appeals.holdAlone(command.campaign());
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.NOTICE) || campaign.noticeUntil() == null) {
            return new Outcome.NotNow();
        }
        if (!campaign.noticeUntil().isBefore(divisions.today())) {
            return new Outcome.TooEarly();
        }
        var people = candidates.of(campaign.id());
        var open = open(campaign, people);
        return open.isEmpty() ? freeze(campaign, people) : new Outcome.StillOpen(open);
    }

    /** What has to be settled before the notice may end, apart from its last day. */
    public List<String> missing(CampaignRecord campaign) {
        return open(campaign, candidates.of(campaign.id()));
    }

    private List<String> open(CampaignRecord campaign, List<Candidate> people) {
        var reasons = new ArrayList<String>();
        if (!clock.instant().isBefore(campaign.plan().closes())) {
            reasons.add(TOO_LATE);
        }
        if (people.isEmpty()) {
            reasons.add("没有参加人");
        }
        if (campaign.exam() != null && !campaign.exam().settled()) {
            reasons.add("考试成绩还没有定下来");
        }
        posts.of(campaign.id()).stream()
                .filter(post -> post.state() == PostState.REPORTED)
                .forEach(post -> reasons.add("岗位 " + post.code() + " 还没有核对"));
        int unanswered = objections.counts(campaign.id()).open();
        if (unanswered > 0) {
            reasons.add(unanswered + " 件公示异议还没有书面答复");
        }
        reasons.addAll(cascade.unopened(campaign.id()));
        reasons.addAll(appeals.open(campaign.id()));
        words.open(campaign.id()).forEach(one -> reasons.add(one.name() + "：" + one.words() + "还没有另一位同事核对"));
        reasons.addAll(direct.of(campaign.id()));
        for (var who : people) {
            var now = waiting.find(who.reception());
            if (now.isEmpty()) {
                reasons.add(who.name() + "：已经不在等待安排工作，请撤出参加人");
                continue;
            }
            now.get()
                    .hindrances(divisions.today(), who.exemptGround())
                    .forEach(why -> reasons.add(who.name() + "：" + why));
            if (!who.isExempt() && now.get().isReopened()) {
                continue;
            }
            if (!who.isExempt()
                    && who.score() != null
                    && now.get().score() != null
                    && who.score().compareTo(now.get().score()) != 0) {
                reasons.add(who.name() + "：得分与移交接收的不一致，请更新");
            } else if (!who.ties().equals(TieValues.now(now.get(), file, waiting))) {
                reasons.add(who.name() + "：同分先后的依据与移交接收的不一致，请更新");
            }
            kinds.outdated(who, now.get()).ifPresent(why -> reasons.add(who.name() + "：" + why));
        }
        return List.copyOf(reasons);
    }

    private Outcome freeze(CampaignRecord campaign, List<Candidate> people) {
        var salt = Secrecies.draw();
        var nonces = new HashMap<UUID, String>();
        for (var who : people) {
            var nonce = Secrecies.draw();
            nonces.put(who.id(), nonce);
            secrecies.keepNonce(who.id(), nonce);
        }
        var digests = Commitment.beforeDraw(assembly.settled(campaign, salt, nonces));
        if (!digests.plan().equals(campaign.planDigest())) {
            throw new IllegalStateException("the plan is not the one that was approved: " + campaign.number());
        }
        audit.changed("活动阶段", CampaignStage.NOTICE.zh(), CampaignStage.WISHES.zh());
        audit.said("抽签的承诺", digests.draw());
        places.keep(campaign.id(), divisions.today());
        stages.enter(
                campaign,
                new Entering.Wishes(
                        digests.posts(), digests.list(), digests.draw(), secrecies.seal(campaign.id(), salt)));
        notices.takeDown(campaign.id());
        return new Outcome.Ended(campaign.id(), digests.draw());
    }
}
