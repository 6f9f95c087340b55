package org.rongyi.career.campaign.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.springframework.stereotype.Component;

/** What was chosen before everybody's eyes, as the wishes of the run: one post, or none. */
@Component
public class LiveWishes {

    private final LiveSessions sessions;
    private final PlacementPosts posts;

    LiveWishes(LiveSessions sessions, PlacementPosts posts) {
        this.sessions = sessions;
        this.posts = posts;
    }

    /** Numbers of posts by candidate. None where the plan has no live session; {@link #isOver} says whether it may be run. */
    public Optional<Map<UUID, List<String>>> of(UUID campaign) {
        if (sessions.find(campaign).isEmpty()) {
            return Optional.empty();
        }
        var codes =
                posts.published(campaign).stream().collect(Collectors.toMap(PlacementPost::id, PlacementPost::code));
        return Optional.of(sessions.turns(campaign).stream()
                .collect(Collectors.toUnmodifiableMap(
                        LiveTurn::candidate, one -> one.post() == null ? List.of() : List.of(codes.get(one.post())))));
    }

    /** True where there is none to wait for. */
    public boolean isOver(UUID campaign) {
        return sessions.find(campaign).filter(one -> one.ended() == null).isEmpty();
    }
}
