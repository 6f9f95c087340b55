package org.rongyi.career.campaign.live.choice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.live.FallBacks;
import org.rongyi.career.campaign.live.LiveOrder;
import org.rongyi.career.campaign.live.LiveSessions;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 开始现场选岗: once, after the draw and the opening of the lists; the order stands from then on, and the first one's minutes run. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class StartLive implements OfficeAct<StartLive.Command, StartLive.Outcome> {

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final PlacementPosts posts;
    private final LiveSessions sessions;
    private final LiveOrder order;
    private final FallBacks fallBacks;
    private final Choosing choosing;
    private final DirectSeats direct;
    private final ScoreCascade cascade;
    private final Clock clock;
    private final AuditTrail audit;

    StartLive(
            PlacementCampaigns campaigns,
            Candidates candidates,
            PlacementPosts posts,
            LiveSessions sessions,
            LiveOrder order,
            FallBacks fallBacks,
            Choosing choosing,
            DirectSeats direct,
            ScoreCascade cascade,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.posts = posts;
        this.sessions = sessions;
        this.order = order;
        this.fallBacks = fallBacks;
        this.choosing = choosing;
        this.direct = direct;
        this.cascade = cascade;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID campaign) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Started(UUID subject) implements Outcome, Done {}

        /** No such, or its plan has no live session. */
        record NotFound() implements Outcome, Refused {}

        /** Draw and lists are not open yet, it has started before, or the campaign was run. */
        record NotNow() implements Outcome, Refused {}

        /** Before the announced instant. */
        record TooEarly() implements Outcome, Refused {}

        record Nobody() implements Outcome, Refused {}

        /** @param reasons whose score was found wrong: the order could not be put right once people have chosen */
        record ScoreWrong(List<String> reasons) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        sessions.lock(command.campaign());
        var planned = sessions.find(command.campaign());
        if (found.isEmpty() || planned.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.OPENED) || planned.get().started() != null) {
            return new Outcome.NotNow();
        }
        if (clock.instant().isBefore(planned.get().startsAt())) {
            return new Outcome.TooEarly();
        }
        var wrong = cascade.of(campaign);
        if (!wrong.isClear()) {
            return new Outcome.ScoreWrong(wrong.reasons());
        }
        var standing = order.of(campaign);
        if (standing.order().isEmpty()) {
            return new Outcome.Nobody();
        }
        audit.said("现场选岗", "开始，" + standing.order().size() + " 人");
        start(campaign, standing, office);
        return new Outcome.Started(campaign.id());
    }

    private void start(CampaignRecord campaign, LiveOrder.Standing standing, Actor.Office office) {
        var byPseudonym = candidates.of(campaign.id()).stream()
                .collect(Collectors.toMap(Candidate::pseudonym, Function.identity()));
        var byCode = posts.published(campaign.id()).stream()
                .collect(Collectors.toMap(PlacementPost::code, PlacementPost::id));
        sessions.start(campaign.id(), clock.instant(), office.signed());
        var refused = choosing.refused(campaign.id());
        var placed = direct.settled(campaign.id()).stream()
                .map(DirectSeats.Settled::pseudonym)
                .collect(Collectors.toSet());
        boolean reserves = campaign.plan().priority() == Priority.RESERVED;
        int position = 1;
        for (var pseudonym : standing.order()) {
            if (placed.contains(pseudonym)) {
                continue;
            }
            var whom = byPseudonym.get(pseudonym);
            if (whom == null) {
                throw new IllegalStateException("the order names " + pseudonym + ", who takes no part");
            }
            sessions.insert(campaign.id(), position, whom.home().value(), whom.id(), pseudonym);
            fallBack(whom, standing.wishes().getOrDefault(pseudonym, List.of()), byCode, refused, reserves);
            position++;
        }
    }

    private void fallBack(
            Candidate whom,
            List<String> wishes,
            Map<String, UUID> byCode,
            Map<UUID, Set<UUID>> refused,
            boolean reserves) {
        var not = refused.getOrDefault(whom.id(), Set.of());
        var wished = wishes.stream()
                .map(byCode::get)
                .filter(post -> post != null && !not.contains(post))
                .toList();
        if (!wished.isEmpty()) {
            fallBacks.insert(whom, reserves && whom.hasPriority(), wished);
        }
    }
}
