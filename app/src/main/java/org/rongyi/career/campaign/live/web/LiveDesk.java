package org.rongyi.career.campaign.live.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.live.LiveSession;
import org.rongyi.career.campaign.live.LiveSessions;
import org.rongyi.career.campaign.live.choice.Choosing;
import org.springframework.stereotype.Component;

/** A live session as it stands now. */
@Component
class LiveDesk {

    private final LiveSessions sessions;
    private final PlacementPosts posts;
    private final DirectSeats direct;
    private final Clock clock;

    LiveDesk(LiveSessions sessions, PlacementPosts posts, DirectSeats direct, Clock clock) {
        this.sessions = sessions;
        this.posts = posts;
        this.direct = direct;
        this.clock = clock;
    }

    /** None where the plan has no live session. */
    Optional<LiveView> view(CampaignRecord campaign) {
        return sessions.find(campaign.id()).map(session -> view(campaign, session));
    }

    private LiveView view(CampaignRecord campaign, LiveSession session) {
        var now = clock.instant();
        var turns = sessions.turns(campaign.id());
        var published = posts.published(campaign.id());
        return new LiveView(
                campaign,
                session,
                turns,
                session.isRunning() ? LiveSessions.current(turns) : Optional.empty(),
                session.isRunning() ? LiveSessions.clock(session, turns).left(now) : Duration.ZERO,
                published,
                published.stream().collect(Collectors.toMap(PlacementPost::id, LiveDesk::name)),
                Choosing.left(published, turns, direct.taken(campaign.id())),
                now);
    }

    private static String name(PlacementPost post) {
        return post.unit() + " " + post.title();
    }
}
