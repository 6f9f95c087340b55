package org.rongyi.career.campaign.material;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was chosen in a live session, in the place of the lists that were under seal. */
public interface LiveLists {

    /** Whether the first turn has begun. */
    boolean isBegun(UUID campaign);

    /** Whether the last turn has ended. */
    boolean isOver(UUID campaign);

    /**
     * For everybody who took part the one post he chose, or none; each under the nonce he is known by already.
     *
     * @param lists those that were opened
     * @param nonces for who handed in nothing, by candidate
     */
    List<WishLists.Opened> chosen(UUID campaign, List<WishLists.Opened> lists, Map<UUID, String> nonces);
}
