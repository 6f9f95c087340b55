package org.rongyi.career.campaign.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.Sm3;
import org.rongyi.career.campaign.material.LiveLists;
import org.rongyi.career.campaign.material.WishLists;
import org.springframework.stereotype.Component;

/** What was chosen before everybody's eyes, as the wishes of the run: one post, or none. */
@Component
class LiveWishes implements LiveLists {

    private final LiveSessions sessions;
    private final PlacementPosts posts;

    LiveWishes(LiveSessions sessions, PlacementPosts posts) {
        this.sessions = sessions;
        this.posts = posts;
    }

    @Override
    public boolean isBegun(UUID campaign) {
        return sessions.find(campaign).filter(one -> one.started() != null).isPresent();
    }

    @Override
    public boolean isOver(UUID campaign) {
        return sessions.find(campaign).filter(one -> one.ended() != null).isPresent();
    }

    @Override
    public List<WishLists.Opened> chosen(UUID campaign, List<WishLists.Opened> lists, Map<UUID, String> nonces) {
        var codes =
                posts.published(campaign).stream().collect(Collectors.toMap(PlacementPost::id, PlacementPost::code));
        var hidden = new HashMap<>(nonces);
        lists.forEach(list -> hidden.put(list.candidate(), list.nonce()));
        var turns = sessions.turns(campaign);
        if (!TurnChain.holds(turns)) {
            throw new IllegalStateException("what was chosen is not what was shown: " + campaign);
        }
        return turns.stream()
                .map(turn -> new WishLists.Opened(
                        turn.candidate(),
                        turn.post() == null ? List.of() : List.of(codes.get(turn.post())),
                        fresh(hidden.getOrDefault(turn.candidate(), ""))))
                .toList();
    }

    /** Another one out of it: one number does not hide two lists. */
    private static String fresh(String nonce) {
        return Sm3.hex(nonce + "|live");
    }
}
