package org.rongyi.career.campaign.draw;

import java.util.List;
import java.util.UUID;

/** What units took online, in the place of the lists that were under seal. */
public interface MutualLists {

    /** Whether the plan has 双向选择 held online. */
    boolean isHeld(UUID campaign);

    /** Whether the last instant to take somebody is past. */
    boolean isOver(UUID campaign);

    /**
     * For everybody who was taken the one post.
     *
     * @throws IllegalStateException where it is not what was shown
     */
    List<WishLists.Opened> taken(UUID campaign);
}
