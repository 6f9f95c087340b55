package org.rongyi.career.campaign.live.choice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.live.LiveSession;
import org.rongyi.career.campaign.live.LiveSessions;
import org.rongyi.career.campaign.live.LiveTurn;
import org.rongyi.career.campaign.live.SeatsLeft;
import org.rongyi.career.campaign.live.TurnEnd;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** One choice, whoever enters it: in turn, in time, a seat that is left and that he may have. */
@Component
public class Choosing {

    static final int CAMPAIGNS = 20;

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Refusals refusals;
    private final DirectSeats direct;
    private final LiveSessions sessions;
    private final Clock clock;
    private final AuditTrail audit;

    Choosing(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Refusals refusals,
            DirectSeats direct,
            LiveSessions sessions,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.refusals = refusals;
        this.direct = direct;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The seats published, less those gone. */
    private SeatsLeft left(UUID campaign, List<LiveTurn> turns) {
        return left(posts.published(campaign), turns, direct.taken(campaign));
    }

    /** @param direct what 直通安置 has settled, by post */
    public static SeatsLeft left(
            List<PlacementPost> published, List<LiveTurn> turns, Map<UUID, DirectSeats.Taken> direct) {
        return new SeatsLeft(
                published.stream()
                        .map(post -> seats(post, direct.get(post.id())))
                        .toList(),
                LiveSessions.taken(turns));
    }

    /** Posts that are not for him. */
    public Set<UUID> refused(Candidate whom) {
        return refused(whom.campaign()).getOrDefault(whom.id(), Set.of());
    }

    /** The same for everybody. */
    Map<UUID, Set<UUID>> refused(UUID campaign) {
        return refusals.of(campaign).stream()
                .collect(Collectors.groupingBy(
                        Refusals.Refusal::candidate,
                        Collectors.mapping(Refusals.Refusal::post, Collectors.toUnmodifiableSet())));
    }

    /** Whether kept seats are for him. */
    public boolean mayHaveKept(Candidate whom) {
        return whom.hasPriority()
                && campaigns
                        .find(whom.campaign())
                        .filter(one -> one.plan().priority() == Priority.RESERVED)
                        .isPresent();
    }

    LiveOutcome choose(Candidate whom, @Nullable UUID post, TurnEnd how, String words) {
        sessions.lock(whom.campaign());
        var found = sessions.find(whom.campaign()).filter(LiveSession::isRunning);
        if (found.isEmpty() || isCalledOff(whom.campaign())) {
            return new LiveOutcome.NotRunning();
        }
        var session = found.get();
        if (session.paused() != null) {
            return new LiveOutcome.Paused();
        }
        var turns = sessions.turns(whom.campaign());
        var current = LiveSessions.current(turns);
        if (current.isEmpty() || !current.get().candidate().equals(whom.id())) {
            return notHisTurn(whom, turns);
        }
        if (LiveSessions.clock(session, turns).isOver(clock.instant())) {
            return new LiveOutcome.TooLate();
        }
        return post == null ? pass(current.get(), how, words) : take(whom, current.get(), turns, post, how, words);
    }

    private boolean isCalledOff(UUID campaign) {
        return campaigns.find(campaign).filter(one -> one.calledOff() == null).isEmpty();
    }

    private LiveOutcome pass(LiveTurn turn, TurnEnd how, String words) {
        audit.said("现场选岗", how.zh());
        sessions.end(turn, how, null, clock.instant());
        say(turn, words);
        return new LiveOutcome.Passed(turn.campaign());
    }

    private LiveOutcome take(
            Candidate whom, LiveTurn turn, List<LiveTurn> turns, UUID post, TurnEnd how, String words) {
        var seat = left(turn.campaign(), turns).seat(post, mayHaveKept(whom));
        if (seat.isEmpty() || refused(whom).contains(post)) {
            return new LiveOutcome.NoSeat();
        }
        audit.said("现场选岗", how.zh());
        sessions.end(turn, how, seat.get(), clock.instant());
        say(turn, words);
        return new LiveOutcome.Chosen(turn.campaign());
    }

    private void say(LiveTurn turn, String words) {
        if (!words.isEmpty()) {
            sessions.say(turn, words);
        }
    }

    private static LiveOutcome notHisTurn(Candidate whom, List<LiveTurn> turns) {
        int at = turns.stream()
                .filter(one -> one.candidate().equals(whom.id()))
                .mapToInt(LiveTurn::position)
                .findFirst()
                .orElse(0);
        int now = LiveSessions.current(turns).map(LiveTurn::position).orElse(Integer.MAX_VALUE);
        return at < now ? new LiveOutcome.NotHisTurn(-1) : new LiveOutcome.NotHisTurn(at - now);
    }

    private static SeatsLeft.Post seats(PlacementPost post, DirectSeats.@Nullable Taken direct) {
        int gone = direct == null ? 0 : direct.settled();
        return new SeatsLeft.Post(post.id(), post.seats() - gone, post.reserved());
    }
}
