package org.rongyi.career.campaign.material;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.career.campaign.wish.OpenedWishes;
import org.springframework.stereotype.Component;

/** 开启的志愿, as a run needs them: those that count; in 网上双选 what was taken. */
@Component
public class WishLists {

    private final OpenedWishes opened;
    private final MutualLists mutual;

    WishLists(OpenedWishes opened, MutualLists mutual) {
        this.opened = opened;
        this.mutual = mutual;
    }

    /**
     * A list that counts.
     *
     * @param posts their numbers, the best first
     * @param nonce 32 bytes in hex that hide them in their public commitment
     */
    public record Opened(UUID candidate, List<String> posts, String nonce) {
        public Opened {
            posts = List.copyOf(posts);
        }
    }

    /** Whether two trustees have opened them, or no unit takes anybody any more. */
    public boolean areOpen(UUID campaign) {
        return mutual.isHeld(campaign)
                ? mutual.isOver(campaign)
                : opened.opening(campaign).isPresent();
    }

    /** Who is not here handed in none, or none that counts. */
    public List<Opened> of(UUID campaign) {
        if (mutual.isHeld(campaign)) {
            return mutual.taken(campaign);
        }
        return opened.of(campaign).stream()
                .filter(one -> one.counts() && one.nonce() != null)
                .map(one -> new Opened(one.candidate(), one.wishes(), Objects.requireNonNull(one.nonce())))
                .toList();
    }
}
